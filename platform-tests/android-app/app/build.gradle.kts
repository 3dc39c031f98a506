plugins {
    id("com.android.application")
}

android {
    namespace = "org.example.app"
    compileSdk = 35

    defaultConfig {
        applicationId = "org.example.app"
        minSdk = 21
        targetSdk = 35
        versionCode = 1
        versionName = "1"
    }

    buildTypes {
        release {
            isMinifyEnabled = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"), "proguard-rules.pro")
        }
    }

    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_11
        targetCompatibility = JavaVersion.VERSION_11
    }
}

dependencies {
    implementation("dev.fanwise:fanwise-runtime:0.1.0-SNAPSHOT")
    annotationProcessor("dev.fanwise:fanwise-processor:0.1.0-SNAPSHOT")
}
