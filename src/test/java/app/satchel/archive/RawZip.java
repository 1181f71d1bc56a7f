package app.satchel.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes ZIPs byte by byte, true or untrue: every field of every header can be made to lie. */
final class RawZip {
  final List<Item> items = new ArrayList<>();
  byte[] prefix = new byte[0];
  byte[] beforeDirectory = new byte[0];
  byte[] afterDirectory = new byte[0];
  byte[] comment = new byte[0];
  byte[] suffix = new byte[0];
  boolean reverseDirectory;
  boolean zip64;
  Consumer<End> end = end -> {};

  /** The fields of the end record, filled with the truth. */
  static final class End {
    int disk;
    int directoryDisk;
    int entriesHere;
    int entries;
    long directoryBytes;
    long directoryOffset;
  }

  /** One of the two headers of an entry, filled with the truth. */
  static final class Header {
    byte[] name;
    int flags;
    int method;
    long crc;
    long packed;
    long size;
    byte[] extra = new byte[0];
  }

  /** One entry. */
  static final class Item {
    final Header local = new Header();
    final Header central = new Header();
    byte[] data;
    byte[] descriptor = new byte[0];
    byte[] gap = new byte[0];
    byte[] comment = new byte[0];
    int mode;
    int host = 3;
    int date = 0x21;
    int disk;
    int versionNeeded = 20;
    boolean inDirectory = true;
    boolean localHeader = true;
    Long offset;

    Item both(Consumer<Header> change) {
      change.accept(local);
      change.accept(central);
      return this;
    }
  }

  static RawZip of(String... names) {
    RawZip zip = new RawZip();
    for (String name : names) {
      zip.stored(name, "content of " + name);
    }
    return zip;
  }

  /** A skill's smallest archive. */
  static RawZip skill() {
    RawZip zip = new RawZip();
    zip.deflated("demo/SKILL.md", "---\nname: demo\ndescription: Shows it.\n---\n\n# Demo\n");
    return zip;
  }

  Item stored(String name, String content) {
    return item(utf8(name), utf8(name.endsWith("/") ? "" : content), false);
  }

  Item deflated(String name, String content) {
    return item(utf8(name), utf8(content), true);
  }

  Item item(byte[] name, byte[] content, boolean deflate) {
    Item item = new Item();
    item.data = deflate ? deflate(content) : content;
    CRC32 crc = new CRC32();
    crc.update(content);
    item.both(
        header -> {
          header.name = name;
          header.method = deflate ? 8 : 0;
          header.crc = crc.getValue();
          header.packed = item.data.length;
          header.size = content.length;
          header.flags = ascii(name) ? 0 : 0x800;
        });
    items.add(item);
    return item;
  }

  RawZip with(Consumer<RawZip> change) {
    change.accept(this);
    return this;
  }

  Item first() {
    return items.getFirst();
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(prefix);
    List<byte[]> directory = new ArrayList<>();
    for (Item item : items) {
      long offset = item.offset == null ? out.size() : item.offset;
      if (item.localHeader) {
        out.writeBytes(local(item));
        out.writeBytes(item.data);
        out.writeBytes(item.descriptor);
      }
      out.writeBytes(item.gap);
      if (item.inDirectory) {
        directory.add(central(item, offset));
      }
    }
    out.writeBytes(beforeDirectory);
    End stated = new End();
    stated.directoryOffset = out.size();
    for (byte[] header : reverseDirectory ? directory.reversed() : directory) {
      out.writeBytes(header);
    }
    stated.directoryBytes = out.size() - stated.directoryOffset;
    stated.entries = directory.size();
    stated.entriesHere = directory.size();
    out.writeBytes(afterDirectory);
    if (zip64) {
      long at = out.size();
      out.writeBytes(
          le(56)
              .putInt(0x06064b50)
              .putLong(44)
              .putShort((short) 45)
              .putShort((short) 45)
              .putInt(0)
              .putInt(0)
              .putLong(stated.entriesHere)
              .putLong(stated.entries)
              .putLong(stated.directoryBytes)
              .putLong(stated.directoryOffset)
              .array());
      out.writeBytes(le(20).putInt(0x07064b50).putInt(0).putLong(at).putInt(1).array());
      stated.entries = 0xFFFF;
      stated.entriesHere = 0xFFFF;
      stated.directoryBytes = 0xFFFF_FFFFL;
      stated.directoryOffset = 0xFFFF_FFFFL;
    }
    end.accept(stated);
    out.writeBytes(
        le(22)
            .putInt(0x06054b50)
            .putShort((short) stated.disk)
            .putShort((short) stated.directoryDisk)
            .putShort((short) stated.entriesHere)
            .putShort((short) stated.entries)
            .putInt((int) stated.directoryBytes)
            .putInt((int) stated.directoryOffset)
            .putShort((short) comment.length)
            .array());
    out.writeBytes(comment);
    out.writeBytes(suffix);
    return out.toByteArray();
  }

  Path write(Path file) {
    try {
      return Files.write(file, bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] local(Item item) {
    Header header = item.local;
    return le(30 + header.name.length + header.extra.length)
        .putInt(0x04034b50)
        .putShort((short) item.versionNeeded)
        .putShort((short) header.flags)
        .putShort((short) header.method)
        .putShort((short) 0)
        .putShort((short) item.date)
        .putInt((int) header.crc)
        .putInt((int) header.packed)
        .putInt((int) header.size)
        .putShort((short) header.name.length)
        .putShort((short) header.extra.length)
        .put(header.name)
        .put(header.extra)
        .array();
  }

  private static byte[] central(Item item, long offset) {
    Header header = item.central;
    return le(46 + header.name.length + header.extra.length + item.comment.length)
        .putInt(0x02014b50)
        .put((byte) 20)
        .put((byte) item.host)
        .putShort((short) item.versionNeeded)
        .putShort((short) header.flags)
        .putShort((short) header.method)
        .putShort((short) 0)
        .putShort((short) item.date)
        .putInt((int) header.crc)
        .putInt((int) header.packed)
        .putInt((int) header.size)
        .putShort((short) header.name.length)
        .putShort((short) header.extra.length)
        .putShort((short) item.comment.length)
        .putShort((short) item.disk)
        .putShort((short) 0)
        .putInt(item.mode << 16)
        .putInt((int) offset)
        .put(header.name)
        .put(header.extra)
        .put(item.comment)
        .array();
  }

  /** A data descriptor. */
  static byte[] descriptor(long crc, long packed, long size, boolean signed, boolean wide) {
    ByteBuffer out = le((signed ? 4 : 0) + 4 + (wide ? 16 : 8));
    if (signed) {
      out.putInt(0x08074b50);
    }
    out.putInt((int) crc);
    if (wide) {
      out.putLong(packed).putLong(size);
    } else {
      out.putInt((int) packed).putInt((int) size);
    }
    return out.array();
  }

  /** An extra field. */
  static byte[] extra(int id, byte[] content) {
    return le(4 + content.length)
        .putShort((short) id)
        .putShort((short) content.length)
        .put(content)
        .array();
  }

  /** Info-ZIP's Unicode Path field for a name. */
  static byte[] unicodePath(byte[] rawName, String path) {
    CRC32 crc = new CRC32();
    crc.update(rawName);
    byte[] utf8 = utf8(path);
    return extra(
        0x7075, le(5 + utf8.length).put((byte) 1).putInt((int) crc.getValue()).put(utf8).array());
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] deflate(byte[] content) {
    try (Deflater deflater = new Deflater(9, true)) {
      deflater.setInput(content);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] chunk = new byte[1 << 14];
      while (!deflater.finished()) {
        out.write(chunk, 0, deflater.deflate(chunk));
      }
      return out.toByteArray();
    }
  }

  private static boolean ascii(byte[] name) {
    for (byte b : name) {
      if (b < 0) {
        return false;
      }
    }
    return true;
  }

  static ByteBuffer le(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
