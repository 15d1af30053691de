package cn.anxun.server.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Forms that no browser sends. */
final class SpoiledForms {
  static final String FORM = "application/x-www-form-urlencoded";

  /** No file, the beginning of one, one that is no office file, one that would fill the memory. */
  private static final List<byte[]> FILES =
      List.of(
          new byte[0],
          SpoiledBodies.bytes("PK\u0003\u0004nonsense"),
          zip(SpoiledBodies.bytes("<a"), 1),
          zip(new byte[20 * SpoiledBodies.MEGABYTE], 3));

  private SpoiledForms() {}

  /**
   * All of them.
   *
   * @param proof what a form must carry, as {@code csrf=…}
   */
  static List<Spoiling> all(String proof) {
    List<Spoiling> all = new ArrayList<>(forms(proof));
    all.addAll(multiparts(proof));
    return all;
  }

  private static List<Spoiling> forms(String proof) {
    List<Spoiling> all = new ArrayList<>();
    all.add(SpoiledBodies.body("form without proof", FORM, SpoiledBodies.bytes("a=b")));
    all.add(
        SpoiledBodies.body(
            "form broken percent", FORM, SpoiledBodies.bytes(proof + "&a=%zz&%=%&b=%u0041")));
    all.add(
        SpoiledBodies.body(
            "form invalid UTF-8",
            FORM,
            SpoiledBodies.latin(proof + "&a=\u00ff\u00fe&b=%ff%c0%80&%ff=1")));
    all.add(
        SpoiledBodies.body(
            "form zero", FORM, SpoiledBodies.latin(proof + "&a=\u0000&b=%00&\u0000=1")));
    all.add(
        SpoiledBodies.body(
            "form thousands",
            FORM,
            SpoiledBodies.bytes(
                IntStream.range(0, 20_000)
                    .mapToObj(i -> "p" + i + "=1")
                    .collect(Collectors.joining("&", proof + '&', "")))));
    all.add(
        SpoiledBodies.body(
            "form two megabytes",
            FORM,
            SpoiledBodies.bytes(proof + "&a=" + "x".repeat(2 * SpoiledBodies.MEGABYTE))));
    all.add(
        SpoiledBodies.body(
            "form ten megabytes", FORM, SpoiledBodies.filled(10 * SpoiledBodies.MEGABYTE)));
    all.add(
        SpoiledBodies.body(
            "form in another charset",
            FORM + ";charset=GBK",
            SpoiledBodies.latin(proof + "&a=\u00b0\u00b2")));
    all.add(
        SpoiledBodies.body(
            "form in no charset", FORM + ";charset=klingon", SpoiledBodies.bytes(proof + "&a=b")));
    all.add(
        new Spoiling(
            "body form with a wrong length",
            Draft::hasBody,
            draft ->
                draft.withBody(FORM, SpoiledBodies.bytes(proof)).with(Draft.LENGTH, "100000")));
    return all;
  }

  private static List<Spoiling> multiparts(String proof) {
    String typed = "multipart/form-data; boundary=part";
    String csrf = proof.substring(proof.indexOf('=') + 1);
    String begin =
        "--part\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n" + csrf + "\r\n";
    String end = "\r\n--part--\r\n";
    List<Spoiling> all = new ArrayList<>();
    all.add(SpoiledBodies.body("multipart of nothing", typed, new byte[0]));
    all.add(
        SpoiledBodies.body(
            "multipart without boundary", "multipart/form-data", SpoiledBodies.bytes(begin + end)));
    all.add(
        SpoiledBodies.body(
            "multipart with a long boundary",
            "multipart/form-data; boundary=" + "b".repeat(5_000),
            SpoiledBodies.bytes(begin + end)));
    all.add(
        SpoiledBodies.body(
            "multipart with another boundary",
            typed,
            SpoiledBodies.bytes("--other\r\n\r\nx\r\n--other--")));
    all.add(SpoiledBodies.body("multipart without end", typed, SpoiledBodies.bytes(begin)));
    all.add(
        SpoiledBodies.body(
            "multipart without names",
            typed,
            SpoiledBodies.bytes(
                begin
                    + "--part\r\n\r\nx"
                    + "\r\n--part\r\nContent-Disposition: form-data\r\n\r\ny"
                    + end)));
    all.add(
        SpoiledBodies.body(
            "multipart of many parts",
            typed,
            SpoiledBodies.bytes(
                begin
                    + "--part\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n"
                        .repeat(3_000)
                    + end)));
    all.add(
        SpoiledBodies.body(
            "multipart with a long header",
            typed,
            SpoiledBodies.bytes(
                begin + "--part\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\ny" + end)));
    all.add(
        SpoiledBodies.body(
            "multipart within multipart",
            typed,
            SpoiledBodies.bytes(
                begin
                    + "--part\r\nContent-Type: multipart/mixed; boundary=part\r\n\r\n"
                    + begin
                    + end)));
    for (String name :
        List.of(
            "",
            "..\\\\..\\\\x.xlsx",
            "../../../../etc/passwd",
            "a\u0000.xlsx",
            "x.XLSX",
            "x.docx",
            "x.csv",
            "x.apk",
            "x.pdf",
            "x.jpg",
            "\u5b89".repeat(300) + ".xlsx")) {
      for (byte[] content : FILES) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
            SpoiledBodies.bytes(
                begin
                    + String.format(
                        "--part\r\n"
                            + "Content-Disposition: form-data; name=\"file\";"
                            + " filename=\"%s\"\r\n\r\n",
                        name)));
        out.writeBytes(content);
        out.writeBytes(SpoiledBodies.bytes(end));
        all.add(
            SpoiledBodies.body(
                "file " + Spoilings.shown(name) + " of " + content.length,
                typed,
                out.toByteArray()));
      }
    }
    return all;
  }

  private static byte[] zip(byte[] content, int sheets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("[Content_Types].xml", "xl/workbook.xml", "word/document.xml")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(SpoiledBodies.bytes("<a xmlns='b'/>"));
      }
      for (int i = 0; i < sheets; i++) {
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + (i + 1) + ".xml"));
        zip.write(content);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
