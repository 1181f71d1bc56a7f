package app.satchel.archive;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Some bytes of an archive. Numbers in a ZIP are little-endian and unsigned. */
final class ZipBlock {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;

  ZipBlock(byte[] bytes) {
    this.bytes = bytes;
  }

  int length() {
    return bytes.length;
  }

  int u8(int at) {
    return bytes[at] & 0xFF;
  }

  int u16(int at) {
    return (short) SHORT.get(bytes, at) & 0xFFFF;
  }

  long u32(int at) {
    return (int) INT.get(bytes, at) & 0xFFFF_FFFFL;
  }

  /** Values beyond the signed range become the largest long: no archive is that large. */
  long u64(int at) {
    long value = (long) LONG.get(bytes, at);
    return value < 0 ? Long.MAX_VALUE : value;
  }

  byte[] bytes(int from, int count) {
    return Arrays.copyOfRange(bytes, from, from + count);
  }

  ZipBlock block(int from, int count) {
    return new ZipBlock(bytes(from, count));
  }
}
