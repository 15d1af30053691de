package cn.anxun.server.importer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * The ids of imported entries: of the form of all ids (UUID version 7), but made of what a row says
 * and of its day, so that the same row imported again is the same entry.
 */
final class ImportIds {
  static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private ImportIds() {}

  /** The id of what this text says of this day. */
  static String of(LocalDate day, String says) {
    ByteBuffer hash = ByteBuffer.wrap(sha256(says));
    long most = (at(day).toEpochMilli() << 16) | 0x7000L | (hash.getLong() & 0xFFFL);
    long least = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(most, least).toString();
  }

  /** The moment that an imported entry claims: its day's start. */
  static Instant at(LocalDate day) {
    return day.atStartOfDay(SHANGHAI).toInstant();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
