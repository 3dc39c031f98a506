package dev.fanwise.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPDigestCalculatorProviderBuilder;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPKeyPair;

/**
 * Makes an OpenPGP key for a release that is not uploaded, without a passphrase: {@code SigningKey
 * secret.asc public.asc}. A real release is signed with the key of who makes it.
 */
public final class SigningKey {
  private static final String OWNER = "Fanwise, a release that goes nowhere <authors@fanwise.dev>";

  private SigningKey() {}

  /** Writes the two halves, armoured, into the two files that the arguments name. */
  public static void main(String[] arguments)
      throws GeneralSecurityException, IOException, PGPException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(3072);
    PGPKeyPair pair =
        new JcaPGPKeyPair(
            PublicKeyPacket.VERSION_4,
            PublicKeyAlgorithmTags.RSA_GENERAL,
            generator.generateKeyPair(),
            new Date());
    PGPSignatureSubpacketGenerator use = new PGPSignatureSubpacketGenerator();
    use.setKeyFlags(true, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
    PGPKeyRingGenerator ring =
        new PGPKeyRingGenerator(
            PGPSignature.POSITIVE_CERTIFICATION,
            pair,
            OWNER,
            new JcaPGPDigestCalculatorProviderBuilder().build().get(HashAlgorithmTags.SHA1),
            use.generate(),
            null,
            new JcaPGPContentSignerBuilder(
                pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512),
            null);
    write(Path.of(arguments[0]), ring.generateSecretKeyRing().getEncoded());
    write(Path.of(arguments[1]), ring.generatePublicKeyRing().getEncoded());
  }

  private static void write(Path file, byte[] key) throws IOException {
    try (OutputStream stream = Files.newOutputStream(file);
        OutputStream armoured = ArmoredOutputStream.builder().build(stream)) {
      armoured.write(key);
    }
  }
}
