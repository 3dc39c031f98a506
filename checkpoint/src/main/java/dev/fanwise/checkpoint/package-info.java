/**
 * A model's weights in files that other libraries read and write: {@link
 * dev.fanwise.checkpoint.Safetensors}.
 *
 * <p>What takes streams runs on Android from API level 21 on, what takes a {@code Path} from 26 on.
 */
package dev.fanwise.checkpoint;
