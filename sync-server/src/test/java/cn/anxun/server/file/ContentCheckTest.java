package cn.anxun.server.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.server.file.FileRefusedException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContentCheckTest {
  private static final byte[] JPEG = Pictures.jpeg(640, 480, 1);

  @TempDir Path folder;

  private void check(byte[] content, FileKind declared) throws IOException, FileRefusedException {
    ContentCheck.check(Files.write(folder.resolve("file"), content), declared);
  }

  private void assertRefused(String what, byte[] content, FileKind declared, Reason reason) {
    assertThatThrownBy(() -> check(content, declared))
        .as(what)
        .isInstanceOfSatisfying(
            FileRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  @Test
  void check_ofWhatItSaysItIs_takesIt() throws Exception {
    check(JPEG, FileKind.JPEG);
    check(Pictures.png(300, 200, 2), FileKind.PNG);
    check(Pictures.webp(300, 200), FileKind.WEBP);
    check(Pictures.pdf(), FileKind.PDF);
  }

  @Test
  void check_whenAPhoneAppendedAPreviewOrZeros_takesIt() throws Exception {
    check(Pictures.joined(JPEG, Pictures.jpeg(64, 48, 2)), FileKind.JPEG);
    check(Pictures.joined(JPEG, new byte[64]), FileKind.JPEG);
  }

  @Test
  void check_whenACameraAppendedItsBlocks_takesThem_andNothingHiddenInThem() throws Exception {
    byte[] time = Pictures.ascii("1772413200000");
    byte[] pair = Pictures.joined(JPEG, Pictures.jpeg(64, 48, 2));
    check(Pictures.joined(JPEG, Pictures.samsung(time)), FileKind.JPEG);
    check(Pictures.joined(pair, Pictures.samsung(time, new byte[4_000])), FileKind.JPEG);

    byte[] html = Pictures.ascii("<html><script>alert(1)</script>");
    byte[] gap = Pictures.joined(html, Pictures.samsung(time));
    Map<String, byte[]> hidden =
        Map.of(
            "a page in a block", Pictures.samsung(time, html),
            "an archive in a block", Pictures.samsung(time, Pictures.zip()),
            "a document in a block", Pictures.samsung(time, Pictures.pdf()),
            "a video in a block", Pictures.samsung(new byte[2 << 20]),
            "a page before the blocks", gap,
            "bytes behind the blocks", Pictures.joined(Pictures.samsung(time), new byte[] {1}),
            "an empty directory", Pictures.samsung(),
            "only its end", Pictures.ascii("\0\0\0\0SEFT"));
    hidden.forEach(
        (what, trailer) ->
            assertRefused(what, Pictures.joined(JPEG, trailer), FileKind.JPEG, Reason.DAMAGED));
    byte[] cut = Arrays.copyOf(JPEG, JPEG.length - 2);
    assertRefused(
        "blocks behind half a picture",
        Pictures.joined(cut, Pictures.samsung(time)),
        FileKind.JPEG,
        Reason.DAMAGED);
  }

  @Test
  void check_whateverTheDirectoryOfBlocksSays_readsNoFurtherThanTheFile() throws Exception {
    byte[] trailer = Pictures.samsung(Pictures.ascii("1772413200000"));
    Random random = new Random(5);
    for (int i = 0; i < 400; i++) {
      byte[] bad = trailer.clone();
      bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      try {
        check(Pictures.joined(JPEG, bad), FileKind.JPEG);
      } catch (FileRefusedException e) {
        assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
      }
    }
  }

  @Test
  void check_ofAnotherKind_saysSo() {
    assertRefused("png as jpeg", Pictures.png(9, 9, 1), FileKind.JPEG, Reason.TYPE_DIFFERS);
    assertRefused("gif", Pictures.ascii("GIF89a;;;;;;;;;;"), FileKind.PNG, Reason.TYPE);
    assertRefused("html", Pictures.ascii("<html><script>"), FileKind.JPEG, Reason.TYPE);
    assertRefused("late pdf", Pictures.ascii("\n\n%PDF-1.4\n%%EOF"), FileKind.PDF, Reason.TYPE);
  }

  @Test
  void check_ofTwoFilesInOne_refusesIt() throws Exception {
    byte[] zip = Pictures.zip();
    byte[] html = Pictures.ascii("<html><script>alert(1)</script>");
    Map<String, byte[]> polyglots =
        Map.of(
            "zip behind",
            Pictures.joined(JPEG, zip),
            "html behind",
            Pictures.joined(JPEG, html),
            "html in a comment",
            Pictures.withComment(JPEG, html),
            "zip in a comment",
            Pictures.withComment(Pictures.jpeg(64, 48, 2), zip),
            "pdf in a comment",
            Pictures.withComment(JPEG, Pictures.pdf()));
    polyglots.forEach(
        (what, content) -> assertRefused(what, content, FileKind.JPEG, Reason.DAMAGED));
    assertRefused(
        "zip behind png",
        Pictures.joined(Pictures.png(9, 9, 1), zip),
        FileKind.PNG,
        Reason.DAMAGED);
    assertRefused(
        "zip behind pdf", Pictures.joined(Pictures.pdf(), zip), FileKind.PDF, Reason.DAMAGED);
    byte[] jar = Pictures.joined(Pictures.joined(Pictures.pdf(), zip), Pictures.ascii("\n%%EOF"));
    assertRefused("zip in pdf", jar, FileKind.PDF, Reason.DAMAGED);
  }

  @Test
  void check_ofAFileThatIsCut_refusesItWhereverItWasCut() {
    byte[] png = Pictures.png(40, 30, 3);
    for (int length = 20; length < png.length; length += 7) {
      assertRefused("png " + length, Arrays.copyOf(png, length), FileKind.PNG, Reason.DAMAGED);
    }
    for (int length = 20; length < JPEG.length; length += 997) {
      assertRefused("jpeg " + length, Arrays.copyOf(JPEG, length), FileKind.JPEG, Reason.DAMAGED);
    }
    byte[] flipped = png.clone();
    flipped[png.length / 2] ^= 1;
    assertRefused("a flipped bit", flipped, FileKind.PNG, Reason.DAMAGED);
  }

  @Test
  void check_ofABomb_readsItsSizeAndDecodesNothing() throws Exception {
    assertRefused("png", Pictures.pngOf(60_000, 60_000), FileKind.PNG, Reason.DIMENSIONS);
    assertRefused("webp", Pictures.webp(16_384, 16_384), FileKind.WEBP, Reason.DIMENSIONS);
    byte[] jpeg = Pictures.jpeg(64, 48, 5);
    for (int at = 2; at < jpeg.length; at++) {
      if ((jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) == 0xc0) {
        Arrays.fill(jpeg, at + 5, at + 9, (byte) 0xff);
        break;
      }
    }
    assertRefused("jpeg", jpeg, FileKind.JPEG, Reason.DIMENSIONS);
    check(Pictures.pngOf(10_000, 10_000), FileKind.PNG);
    assertRefused("a line", Pictures.pngOf(33_000_000, 1), FileKind.PNG, Reason.DIMENSIONS);
    check(Pictures.pngOf(30_000, 2_000), FileKind.PNG);
  }

  @Test
  void check_ofAPhotoOfManyScans_refusesIt_andTellsHowMuchADecoderWouldDo() throws Exception {
    byte[] sixteen = Pictures.withScans(JPEG, 16);
    check(sixteen, FileKind.JPEG);
    assertRefused("17", Pictures.withScans(JPEG, 17), FileKind.JPEG, Reason.DAMAGED);
    try (ContentReader in = new ContentReader(new ByteArrayInputStream(sixteen), sixteen.length)) {
      assertThat(JpegCheck.effort(in)).isEqualTo(16L * 640 * 480);
    }
  }
}
