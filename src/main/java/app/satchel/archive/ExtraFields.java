package app.satchel.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The extra fields of one header, by id (APPNOTE 4.5, 4.6 and Info-ZIP's proginfo/extrafld.txt).
 * Every field must lie inside the block and the block must hold nothing else.
 */
final class ExtraFields {
  static final int ZIP64 = 0x0001;
  static final int UNICODE_PATH = 0x7075;
  static final int STRONG_ENCRYPTION = 0x0017;
  static final int AES_ENCRYPTION = 0x9901;

  /** PKWARE's Unix field: times, owner, and after 12 bytes the target of a link. */
  static final int PKWARE_UNIX = 0x000d;

  private static final int PKWARE_UNIX_FIXED_BYTES = 12;

  /** ASi's Unix field: CRC, mode, length of the link's target, owner, target. */
  static final int ASI_UNIX = 0x756e;

  private static final int ASI_UNIX_FIXED_BYTES = 14;

  private final Map<Integer, ZipBlock> fields;

  private ExtraFields(Map<Integer, ZipBlock> fields) {
    this.fields = fields;
  }

  static ExtraFields read(ZipBlock extra, String entry, Refusals refusals) {
    Map<Integer, ZipBlock> fields = new HashMap<>();
    int at = 0;
    while (at < extra.length()) {
      if (extra.length() - at < 4 || extra.u16(at + 2) > extra.length() - at - 4) {
        throw refusals.entry("zip-extra-broken", entry, "extra field at " + at);
      }
      int id = extra.u16(at);
      int size = extra.u16(at + 2);
      ZipBlock before = fields.put(id, extra.block(at + 4, size));
      // Readers differ in which of two they take; for all but these two it makes no difference.
      if (before != null && (id == ZIP64 || id == UNICODE_PATH)) {
        throw refusals.entry("zip-extra-broken", entry, "two extra fields " + hex(id));
      }
      at += 4 + size;
    }
    return new ExtraFields(fields);
  }

  /** The zip64 field's content, or null. */
  ZipBlock zip64() {
    return fields.get(ZIP64);
  }

  boolean has(int id) {
    return fields.containsKey(id);
  }

  /** Whether a Unix field makes the entry a link, or stands for a device. */
  boolean hasLinkTarget() {
    ZipBlock pkware = fields.get(PKWARE_UNIX);
    ZipBlock asi = fields.get(ASI_UNIX);
    return (pkware != null && pkware.length() > PKWARE_UNIX_FIXED_BYTES)
        || (asi != null && asi.length() >= 10 && asi.u32(6) != 0)
        || (asi != null && asi.length() > ASI_UNIX_FIXED_BYTES);
  }

  /**
   * Refuses a Unicode Path field that gives another name than the header: readers that honour it
   * would write another file than those that do not.
   */
  void requireSamePath(byte[] rawName, String name, Refusals refusals) {
    ZipBlock field = fields.get(UNICODE_PATH);
    if (field == null) {
      return;
    }
    CRC32 crc = new CRC32();
    crc.update(rawName);
    boolean same = false;
    if (field.length() >= 5 && field.u8(0) == 1 && field.u32(1) == crc.getValue()) {
      byte[] path = field.bytes(5, field.length() - 5);
      same = Arrays.equals(path, name.getBytes(StandardCharsets.UTF_8)) && utf8(path);
    }
    if (!same) {
      throw refusals.entry("zip-name-unicode-extra", name, "extra field " + hex(UNICODE_PATH));
    }
  }

  private static boolean utf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  private static String hex(int id) {
    return String.format("0x%04x", id);
  }
}
