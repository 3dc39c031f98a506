package org.example.app;

import android.app.Activity;
import android.os.Bundle;
import android.widget.TextView;

public final class MainActivity extends Activity {
  @Override
  protected void onCreate(Bundle state) {
    super.onCreate(state);
    Training training = new Training(42);
    float before = training.epoch();
    float after = before;
    for (int epoch = 0; epoch < 200; epoch++) {
      after = training.epoch();
    }
    TextView view = new TextView(this);
    view.setText("Squared error: " + before + ", after training: " + after);
    setContentView(view);
  }
}
