package dev.fanwise.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** The public half of the key that a release was signed with. */
final class PublicKey {
  private final PGPPublicKey key;

  PublicKey(Path file) throws IOException {
    try (InputStream stream = PGPUtil.getDecoderStream(Files.newInputStream(file))) {
      key = new PGPPublicKeyRing(stream, new BcKeyFingerprintCalculator()).getPublicKey();
    }
  }

  /** Whether a detached, armoured signature is this key's, of exactly these bytes. */
  boolean signed(byte[] bytes, Path signatureFile) throws IOException, PGPException {
    try (InputStream stream = PGPUtil.getDecoderStream(Files.newInputStream(signatureFile))) {
      PGPSignatureList list = (PGPSignatureList) new BcPGPObjectFactory(stream).nextObject();
      if (list.size() != 1 || list.get(0).getKeyID() != key.getKeyID()) {
        return false;
      }
      PGPSignature signature = list.get(0);
      signature.init(new BcPGPContentVerifierBuilderProvider(), key);
      signature.update(bytes);
      return signature.verify();
    }
  }
}
