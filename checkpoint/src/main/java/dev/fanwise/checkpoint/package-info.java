/**
 * A model's weights in files that other libraries read and write: {@link
 * dev.fanwise.checkpoint.Checkpoint} for a folder of any size, {@link
 * dev.fanwise.checkpoint.Safetensors} for one file or a stream.
 *
 * <p>What takes streams runs on Android from API level 21 on, what takes a {@code Path} from 26 on.
 */
package dev.fanwise.checkpoint;
