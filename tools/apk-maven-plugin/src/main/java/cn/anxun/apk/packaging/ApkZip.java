package cn.anxun.apk.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip in which the first entry of a name stays, and the same files give the same bytes. */
final class ApkZip implements AutoCloseable {

  /** 1980-01-02 UTC: zip knows no earlier day in any time zone. */
  private static final long FIXED_TIME = 315_619_200_000L;

  private final ZipOutputStream out;
  private final Set<String> names = new HashSet<>();

  ApkZip(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    out = new ZipOutputStream(Files.newOutputStream(file));
  }

  void deflated(String name, byte[] bytes) throws IOException {
    if (names.add(name)) {
      put(new ZipEntry(name), bytes);
    }
  }

  /** Without compression, as the phone maps it into memory. */
  void stored(String name, byte[] bytes) throws IOException {
    if (!names.add(name)) {
      return;
    }
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(sum.getValue());
    put(entry, bytes);
  }

  private void put(ZipEntry entry, byte[] bytes) throws IOException {
    entry.setTime(FIXED_TIME);
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
