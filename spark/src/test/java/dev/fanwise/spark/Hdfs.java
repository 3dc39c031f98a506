package dev.fanwise.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** HDFS of one data node in this JVM, which executors reach by its port. */
final class Hdfs implements AutoCloseable {
  private final MiniDFSCluster cluster;

  Hdfs(Path folder) throws IOException {
    Configuration conf = new Configuration();
    conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.toString());
    cluster = new MiniDFSCluster.Builder(conf).numDataNodes(1).build();
    cluster.waitActive();
  }

  URI folder(String name) throws IOException {
    return URI.create(cluster.getFileSystem().getUri() + "/models/" + name);
  }

  List<String> names(URI folder) throws IOException {
    List<String> names = new ArrayList<>();
    for (FileStatus file :
        cluster.getFileSystem().listStatus(new org.apache.hadoop.fs.Path(folder))) {
      names.add(file.getPath().getName());
    }
    Collections.sort(names);
    return names;
  }

  /** Copies all that is in a folder, whatever it is. */
  Path copy(URI folder, Path into) throws IOException {
    FileSystem files = cluster.getFileSystem();
    files.copyToLocalFile(
        false,
        new org.apache.hadoop.fs.Path(folder),
        new org.apache.hadoop.fs.Path(into.toUri()),
        true);
    return into;
  }

  FileSystem files() throws IOException {
    return cluster.getFileSystem();
  }

  @Override
  public void close() {
    cluster.shutdown(true);
  }
}
