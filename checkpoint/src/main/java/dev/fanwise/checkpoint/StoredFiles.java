package dev.fanwise.checkpoint;

import java.io.IOException;
import java.io.InputStream;

/** The files of a checkpoint wherever they are, for {@link CheckpointPlan#of}. */
public interface StoredFiles {
  /** The length of the file of this name in bytes, or −1 if there is none. */
  long length(String file) throws IOException;

  /** The bytes of the file of this name, from its first on; closed soon. */
  InputStream open(String file) throws IOException;
}
