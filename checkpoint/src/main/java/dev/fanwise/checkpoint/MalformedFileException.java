package dev.fanwise.checkpoint;

import java.io.IOException;

/** A file is not what its name promises; the message says what is wrong, and where. */
public final class MalformedFileException extends IOException {
  private static final long serialVersionUID = 1;

  MalformedFileException(String file, String fault) {
    super(file + " is not well-formed: " + fault);
  }
}
