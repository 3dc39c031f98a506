package dev.fanwise.spark;

import dev.fanwise.checkpoint.CheckpointPlan;
import dev.fanwise.checkpoint.StoredFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CommonPathCapabilities;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.mapreduce.lib.output.FileOutputCommitter;

/** A checkpoint's folder on any file system of Hadoop's. */
final class Folder implements StoredFiles {
  private static final String SINGLE = "model.safetensors";
  private static final String LOCAL = "file";
  private static final Pattern OURS =
      Pattern.compile(
          "model(-\\d{5}-of-\\d{5})?\\.safetensors|\\.model.*\\.safetensors.*\\.(part|crc)");

  private final FileSystem files;
  private final Path path;

  /**
   * A folder, which need not be there.
   *
   * @param conf as {@link #configuration} gives it
   */
  Folder(URI directory, Configuration conf) throws IOException {
    // With a path of its own: one that ends in a slash is the same folder.
    Path given = new Path(directory.getScheme(), directory.getAuthority(), directory.getPath());
    files = given.getFileSystem(conf);
    path = files.makeQualified(given);
  }

  /** A folder by its name, on an executor. */
  static Folder at(String directory, Configuration conf) throws IOException {
    return new Folder(new Path(directory).toUri(), conf);
  }

  /**
   * A copy of Hadoop's configuration in which local files get no hidden file with checksums beside
   * each: one machine's checkpoint has none, and whoever changes the file later knows nothing of
   * it.
   */
  static Configuration configuration(Configuration spark) {
    Configuration conf = new Configuration(spark);
    conf.setClass("fs.file.impl", RawLocalFileSystem.class, FileSystem.class);
    conf.setBoolean("fs.file.impl.disable.cache", true); // or another one is found there
    return conf;
  }

  Path path() {
    return path;
  }

  private boolean isLocal() {
    return LOCAL.equals(files.getUri().getScheme());
  }

  /** Makes the folder if it is missing. */
  void prepare() throws IOException {
    FileStatus status = status(path);
    if (status == null) {
      files.mkdirs(path);
    } else if (!status.isDirectory()) {
      throw new FileAlreadyExistsException(path + " is there, and no folder");
    }
  }

  private FileStatus status(Path of) throws IOException {
    try {
      return files.getFileStatus(of);
    } catch (FileNotFoundException e) {
      return null;
    }
  }

  /** What is left of tasks whose driver died; whole files have their names already. */
  void deleteAttempts() throws IOException {
    files.delete(new Path(path, FileOutputCommitter.PENDING_DIR_NAME), true);
  }

  void deleteRanges() throws IOException {
    files.delete(new Path(path, ShardRange.FOLDER), true);
  }

  /** The lengths of the files here and of ranges, by their paths seen from here. */
  Map<String, Long> lengths() throws IOException {
    Map<String, Long> lengths = new HashMap<>();
    addLengths(path, "", lengths);
    Path ranges = new Path(path, ShardRange.FOLDER);
    if (status(ranges) != null) {
      addLengths(ranges, ShardRange.FOLDER + "/", lengths);
    }
    return lengths;
  }

  private void addLengths(Path folder, String prefix, Map<String, Long> lengths)
      throws IOException {
    for (FileStatus file : files.listStatus(folder)) {
      if (file.isFile()) {
        lengths.put(prefix + file.getPath().getName(), file.getLen());
      }
    }
  }

  @Override
  public long length(String file) throws IOException {
    FileStatus status = status(new Path(path, file));
    return status == null || !status.isFile() ? -1 : status.getLen();
  }

  @Override
  public InputStream open(String file) throws IOException {
    return input(file);
  }

  FSDataInputStream input(String file) throws IOException {
    return files.open(new Path(path, file));
  }

  void delete(String file) throws IOException {
    files.delete(new Path(path, file), false);
  }

  /**
   * Whether files can be joined without copying them. Hadoop's local files say so, but are copied,
   * and what was in the first of them is lost; within an encryption zone HDFS refuses.
   */
  boolean joins() throws IOException {
    return !isLocal()
        && files.hasPathCapability(path, CommonPathCapabilities.FS_CONCAT)
        && !files.getFileStatus(path).isEncrypted();
  }

  /** Joins ranges, which then are one file under the first one's path. */
  void join(List<String> ranges) throws IOException {
    Path first = new Path(path, ranges.get(0));
    Path[] others = ranges.stream().skip(1).map(one -> new Path(path, one)).toArray(Path[]::new);
    files.concat(first, others);
  }

  /** Gives a file that is whole its name. */
  void rename(String from, String to) throws IOException {
    Path target = new Path(path, to);
    files.delete(target, false);
    if (!files.rename(new Path(path, from), target)) {
      throw new IOException(target + ": " + from + " cannot be given this name");
    }
  }

  /** Writes the index, which is there when it is whole. */
  void writeIndex(CheckpointPlan plan) throws IOException {
    String part = ShardRange.FOLDER + "/" + plan.indexFile();
    try (FSDataOutputStream out = files.create(new Path(path, part), true)) {
      out.write(plan.index().getBytes(StandardCharsets.UTF_8));
    }
    rename(part, plan.indexFile());
  }

  /** Deletes files of earlier models, and what others left who were killed. */
  void deleteOthers(CheckpointPlan plan, Set<String> wanted) throws IOException {
    for (FileStatus file : files.listStatus(path)) {
      String name = file.getPath().getName();
      boolean isOurs = OURS.matcher(name).matches() || name.equals(plan.indexFile());
      if (isOurs && file.isFile() && !wanted.contains(name)) {
        files.delete(file.getPath(), false);
      }
    }
  }

  /** The file that a checkpoint of several does not have. */
  static String single() {
    return SINGLE;
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
