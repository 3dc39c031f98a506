package dev.fanwise.checkpoint;

import dev.fanwise.runtime.LazyParameter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the plan that a checkpoint's files follow, whoever wrote them. */
final class StoredPlan {
  private final String directory;
  private final StoredFiles files;

  StoredPlan(String directory, StoredFiles files) {
    this.directory = directory;
    this.files = files;
  }

  /** One file's first bytes, and what they say. */
  private static final class Head {
    private final String file;
    private final byte[] bytes;
    private final FileHeader header;

    Head(String file, byte[] bytes, FileHeader header) {
      this.file = file;
      this.bytes = bytes;
      this.header = header;
    }
  }

  CheckpointPlan read(List<LazyParameter> parameters) throws IOException {
    List<Head> heads = heads();
    Match match = new Match(directory, ReadOptions.strict());
    for (Head head : heads) {
      for (FileTensor tensor : head.header.tensors()) {
        match.addTensor(tensor);
      }
    }
    Map<String, Integer> numbers = new HashMap<>();
    for (LazyParameter parameter : parameters) {
      numbers.put(parameter.info().name(), numbers.size());
      match.addExact(parameter.info());
    }
    match.compare();
    ArrayList<CheckpointPlan.Shard> shards = new ArrayList<>();
    long total = 0;
    for (Head head : heads) {
      CheckpointPlan.Shard shard = shard(head, numbers);
      shards.add(shard);
      total += shard.bytes();
    }
    return new CheckpointPlan(shards, total);
  }

  private List<Head> heads() throws IOException {
    List<Head> heads = new ArrayList<>();
    if (files.length(CheckpointPlan.SINGLE) >= 0) {
      heads.add(head(CheckpointPlan.SINGLE));
      return heads;
    }
    long length = files.length(CheckpointPlan.INDEX);
    if (length < 0) {
      throw new FileNotFoundException(
          directory
              + ": neither "
              + CheckpointPlan.SINGLE
              + " nor "
              + CheckpointPlan.INDEX
              + " is there");
    }
    String name = path(CheckpointPlan.INDEX);
    IndexFile.checkSize(name, length);
    byte[] json = new byte[(int) length];
    try (InputStream in = files.open(CheckpointPlan.INDEX)) {
      ByteInput.of(in, name).read(ByteBuffer.wrap(json), "the index");
    }
    IndexFile index = IndexFile.read(name, json);
    for (String file : index.files()) {
      Head head = head(file);
      heads.add(head);
      index.add(file, head.header);
    }
    index.checkComplete();
    return heads;
  }

  private String path(String file) {
    return directory + "/" + file;
  }

  private Head head(String file) throws IOException {
    String name = path(file);
    long size = files.length(file);
    if (size < 0) {
      throw new FileNotFoundException(name + " is missing");
    }
    if (size < Long.BYTES) {
      throw new MalformedFileException(
          name, "it has " + size + " bytes, less than the length of a header");
    }
    try (InputStream in = files.open(file)) {
      ByteInput input = ByteInput.of(in, name);
      byte[] first = new byte[Long.BYTES];
      input.read(ByteBuffer.wrap(first), "its header");
      byte[] json = new byte[FileHeader.length(name, first, size)];
      input.read(ByteBuffer.wrap(json), "its header");
      byte[] all = new byte[first.length + json.length];
      System.arraycopy(first, 0, all, 0, first.length);
      System.arraycopy(json, 0, all, first.length, json.length);
      return new Head(file, all, FileHeader.read(name, json, size - all.length));
    }
  }

  private static CheckpointPlan.Shard shard(Head head, Map<String, Integer> numbers) {
    ArrayList<CheckpointPlan.Tensor> tensors = new ArrayList<>();
    long bytes = 0;
    for (FileTensor tensor : head.header.tensors()) {
      tensors.add(
          new CheckpointPlan.Tensor(
              numbers.get(tensor.name()),
              tensor.name(),
              tensor.dataType(),
              tensor.bytes() / tensor.dataType().bytes(),
              head.bytes.length + tensor.begin()));
      bytes += tensor.bytes();
    }
    return new CheckpointPlan.Shard(head.file, head.bytes, tensors, bytes);
  }
}
