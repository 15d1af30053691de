package cn.anxun.server.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.EntryIds;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportGuardTest {
  @TempDir private Path folder;

  private Path zip(String name, byte[] content, int times) throws IOException {
    Path file = folder.resolve("x.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String usual : new String[] {"[Content_Types].xml", "xl/workbook.xml"}) {
        zip.putNextEntry(new ZipEntry(usual));
        zip.write("<a/>".getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry(name));
      for (int i = 0; i < times; i++) {
        zip.write(content);
      }
    }
    return file;
  }

  private static void assertRefused(Path file, String says) {
    assertThatThrownBy(() -> WorkbookGuard.check(file))
        .isInstanceOf(ImportException.class)
        .hasMessageContaining(says);
  }

  @Test
  void check_ofAZipBomb_isRefused() throws IOException {
    Path bomb = zip("xl/sharedStrings.xml", new byte[1 << 20], 129);

    assertThat(Files.size(bomb)).isLessThan(1 << 20);
    assertRefused(bomb, "解压后过大");
  }

  @Test
  void check_ofADoctypeAnywhere_isRefused() throws IOException {
    byte[] late = (" ".repeat(70_000) + "<!DOCTYPE x>").getBytes(StandardCharsets.UTF_8);

    assertRefused(zip("xl/worksheets/sheet1.xml", late, 1), "DOCTYPE");
    assertRefused(
        zip("xl/worksheets/sheet1.xml", "<<!<!DOCTYPE".getBytes(StandardCharsets.UTF_8), 1),
        "DOCTYPE");
  }

  @Test
  void check_ofUnsafeNamesAndOtherFiles_isRefused() throws IOException {
    assertRefused(zip("../x.xml", new byte[1], 1), "不安全");
    assertRefused(Files.write(folder.resolve("a.xlsx"), new byte[] {1, 2, 3}), "不是 .xlsx");
    assertRefused(
        Files.write(
            folder.resolve("a.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}),
        "旧格式");
    assertRefused(folder.resolve("没有.xlsx"), "没有文件");
  }

  @Test
  void ids_ofOneRow_areOneAndOfTheFormOfAll() {
    LocalDate day = LocalDate.of(2025, 3, 5);
    String id = ImportIds.of(day, "甲");

    assertThat(EntryIds.isValid(id)).isTrue();
    assertThat(ImportIds.of(day, "甲")).isEqualTo(id);
    assertThat(ImportIds.of(day, "乙")).isNotEqualTo(id);
    assertThat(ImportIds.of(day.plusDays(1), "甲")).isNotEqualTo(id).isGreaterThan(id);
  }

  @Test
  void heading_asPeopleWriteIt_isTheSame() {
    assertThat(Heading.normal("* 整改 期限（年-月-日）")).isEqualTo("整改期限");
    assertThat(Heading.normal("整改期限\n【必填】")).isEqualTo("整改期限");
    assertThat(SheetRows.letter(0)).isEqualTo("A");
    assertThat(SheetRows.letter(27)).isEqualTo("AB");
  }
}
