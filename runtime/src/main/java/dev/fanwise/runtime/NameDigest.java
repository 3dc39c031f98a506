package dev.fanwise.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Numbers for names. Apart from {@link Keys}, which every fill loads: a JVM verifies whole classes,
 * and would load what is only needed here.
 */
final class NameDigest {
  private NameDigest() {}

  static long id(String name) {
    byte[] digest = sha256().digest(name.getBytes(StandardCharsets.UTF_8));
    long id = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      id = (id << 8) | (digest[i] & 0xFF);
    }
    return id;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      // Every Java and Android platform must have SHA-256 (MessageDigest's own documentation).
      throw new IllegalStateException("This Java platform lacks SHA-256", e);
    }
  }
}
