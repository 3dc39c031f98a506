package dev.fanwise.spark;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Arguments of a command: its name, options with a value, and flags. */
final class Arguments {
  private final String usage;
  private final String command;
  private final Map<String, String> values = new HashMap<>();
  private final Set<String> flags = new HashSet<>();
  private final String[] left;

  /**
   * Reads the command's name.
   *
   * @throws IllegalArgumentException if it is none of these, with how it is used
   */
  Arguments(String usage, String[] args, String... commands) {
    this.usage = usage;
    if (args.length == 0 || !List.of(commands).contains(args[0])) {
      throw fault(args.length == 0 ? "there is no command" : "there is no command " + args[0]);
    }
    this.command = args[0];
    this.left = args.clone();
    this.left[0] = null;
  }

  IllegalArgumentException fault(String what) {
    return new IllegalArgumentException(what + "\n\n" + usage);
  }

  /** Takes options with a value. */
  void allow(String... names) {
    for (int i = 1; i < left.length; i++) {
      for (String name : names) {
        if (("--" + name).equals(left[i])) {
          if (i + 1 == left.length || left[i + 1] == null) {
            throw fault("--" + name + " wants a value");
          }
          values.put(name, left[i + 1]);
          left[i] = null;
          left[i + 1] = null;
          break;
        }
      }
    }
  }

  /** Takes flags; to be called last: what nobody took is a fault. */
  void allowFlags(String... names) {
    for (int i = 1; i < left.length; i++) {
      for (String name : names) {
        if (("--" + name).equals(left[i])) {
          flags.add(name);
          left[i] = null;
        }
      }
      if (left[i] != null) {
        throw fault("there is no option " + left[i]);
      }
    }
  }

  String command() {
    return command;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  boolean isSet(String flag) {
    return flags.contains(flag);
  }

  String required(String name) {
    if (!has(name)) {
      throw fault("--" + name + " is missing");
    }
    return values.get(name);
  }

  String[] list(String name) {
    return has(name) ? values.get(name).split(",") : new String[0];
  }

  long number(String name) {
    try {
      return Long.parseLong(required(name));
    } catch (NumberFormatException e) {
      throw fault("--" + name + " wants a whole number, not " + values.get(name));
    }
  }

  double real(String name, double otherwise) {
    try {
      return has(name) ? Double.parseDouble(values.get(name)) : otherwise;
    } catch (NumberFormatException e) {
      throw fault("--" + name + " wants a number, not " + values.get(name));
    }
  }

  /** The model of --model, --seed and --arguments. */
  ModelSupplier model() {
    long seed = has("seed") ? number("seed") : 0;
    return ModelSupplier.of(required("model"), seed, (Serializable[]) list("arguments"));
  }
}
