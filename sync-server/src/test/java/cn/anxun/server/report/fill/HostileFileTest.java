package cn.anxun.server.report.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.anxun.server.report.form.FormValues;
import cn.anxun.server.report.form.SampleForms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostileFileTest {
  private static final FormValues VALUES =
      new FormValues(SampleForms.overall(), SampleForms.DETAILS, SampleForms.PROVENANCE);

  private static FillProblem.Reason refused(byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FillException failed =
        catchThrowableOfType(
            FillException.class, () -> FormFiller.fill(file, VALUES, List.of(), out));
    assertThat(failed).isNotNull();
    assertThat(out.size()).isZero();
    assertThat(failed.getMessage()).isNotBlank().doesNotContain("{0}");
    return failed.problems().get(0).reason();
  }

  private static byte[] document(String xml) throws IOException {
    return Zips.with(
        BureauTemplates.document(""), "word/document.xml", xml.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void fill_ofAZipBomb_isRefusedBeforeItFillsTheMemory() throws Exception {
    byte[] zeros = new byte[OfficeFile.MOST_PART_BYTES + 2];
    Arrays.fill(zeros, (byte) ' ');
    byte[] bomb = Zips.with(BureauTemplates.document(""), "word/document.xml", zeros);

    assertThat(bomb.length).isLessThan(1 << 20);
    assertThat(refused(bomb)).isEqualTo(FillProblem.Reason.TOO_LARGE);
  }

  @Test
  void fill_ofAnExternalEntity_isRefused() throws Exception {
    String xml =
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document"
            + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">&x;</w:document>";

    assertThat(refused(document(xml))).isEqualTo(FillProblem.Reason.DOCTYPE);
  }

  @Test
  void fill_ofNamesThatLeaveTheArchive_isRefused() throws Exception {
    for (String name : List.of("../evil.xml", "word/../../evil", "/etc/x", "C:\\x", "a\\..\\b")) {
      byte[] file = Zips.with(BureauTemplates.document(""), name, new byte[0]);
      assertThat(refused(file)).as(name).isEqualTo(FillProblem.Reason.UNSAFE_NAME);
    }
  }

  @Test
  void fill_ofBrokenXml_isRefused() throws Exception {
    assertThat(refused(document("<w:document><w:p></w:document>")))
        .isEqualTo(FillProblem.Reason.BROKEN);
    assertThat(refused(document("<a>&undefined;</a>"))).isEqualTo(FillProblem.Reason.BROKEN);
    assertThat(refused(document("<a/>"))).isEqualTo(FillProblem.Reason.BROKEN);
  }

  @Test
  void fill_ofAnotherEncoding_isRefused() throws Exception {
    byte[] utf16 =
        Zips.with(
            BureauTemplates.document(""),
            "word/document.xml",
            "<?xml version=\"1.0\"?><a>表</a>".getBytes(StandardCharsets.UTF_16));

    assertThat(refused(utf16)).isEqualTo(FillProblem.Reason.ENCODING);
    assertThat(refused(document("<?xml version=\"1.0\" encoding=\"GB2312\"?><a/>")))
        .isEqualTo(FillProblem.Reason.ENCODING);
  }

  @Test
  void fill_ofWhatIsNoOfficeFile_isRefused() throws Exception {
    assertThat(refused(new byte[0])).isEqualTo(FillProblem.Reason.NOT_OFFICE);
    assertThat(refused("文字".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(FillProblem.Reason.NOT_OFFICE);
    assertThat(refused(Zips.write(Map.of("a.txt", new byte[3]))))
        .isEqualTo(FillProblem.Reason.NOT_OFFICE);
    assertThat(refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}))
        .isEqualTo(FillProblem.Reason.OLD_FORMAT);
  }

  @Test
  void fill_ofAFileCutShort_isRefused() throws Exception {
    byte[] whole = BureauTemplates.workbook();
    for (int length : new int[] {whole.length / 2, whole.length - 10, 30}) {
      assertThat(refused(Arrays.copyOf(whole, length)))
          .isIn(FillProblem.Reason.NOT_OFFICE, FillProblem.Reason.BROKEN);
    }
  }

  @Test
  void fill_ofAPartCompressedInAnotherWay_isRefused() throws Exception {
    byte[] whole = BureauTemplates.workbook();
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    int method = text.indexOf("PK\u0001\u0002") + 10;
    assertThat(whole[method]).isEqualTo((byte) 8);
    for (int other = 1; other < 128; other++) {
      if (other != 8) {
        whole[method] = (byte) other;

        assertThat(refused(whole)).as("method %d", other).isEqualTo(FillProblem.Reason.BROKEN);
      }
    }
  }

  @Test
  void fill_ofAFlippedByte_isRefusedOrLeavesTheFileReadable() throws Exception {
    byte[] whole = BureauTemplates.workbook();
    for (int at = 0; at < whole.length; at += 97) {
      byte[] flipped = whole.clone();
      flipped[at] ^= 0x55;
      try {
        FormFiller.fill(flipped, VALUES, List.of(), new ByteArrayOutputStream());
      } catch (FillException refused) {
        assertThat(refused.problems()).isNotEmpty();
      }
    }
  }
}
