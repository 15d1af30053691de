package cn.anxun.app.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.app.PlainVault;
import cn.anxun.core.sync.file.UnreadableFileException;
import cn.anxun.core.sync.file.UnreadableFileException.Reason;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.junit.runners.JUnit4;

@RunWith(JUnit4.class)
public final class TinkPhotoFilesTest {
  private static final String MARK = "A PICTURE THAT NOBODY IS TO READ";

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private final PlainVault vault = new PlainVault();
  private File folder;
  private File key;
  private TinkPhotoFiles files;

  @Before
  public void open() throws IOException {
    folder = temporary.newFolder("photos");
    key = new File(temporary.getRoot(), "photos.key");
    files = process();
  }

  /** As the process starts. */
  private TinkPhotoFiles process() {
    return new TinkPhotoFiles(folder, key, vault, new Random(1));
  }

  @Test
  public void keep_whateverItsLength_isReadBackAndLiesSealed() throws IOException {
    for (int length : new int[] {1, 1000, (1 << 16) - 100, 1 << 16, 300_000}) {
      byte[] bytes = picture(length);
      files.keep("a.jpg", out -> out.write(bytes));

      assertThat(read(process(), "a.jpg")).isEqualTo(bytes);
      byte[] onDisk = Files.readAllBytes(sealed("a.jpg"));
      assertThat(onDisk.length - length).as("bytes more").isBetween(40, 300);
    }
    assertThat(everything()).doesNotContain(MARK);
  }

  @Test
  public void open_whenAnyByteIsFlipped_orTheEndIsCut_saysDamaged() throws IOException {
    files.keep("a.jpg", out -> out.write(picture(200_000)));
    byte[] good = Files.readAllBytes(sealed("a.jpg"));
    Random random = new Random(3);
    for (int i = 0; i < 20; i++) {
      byte[] bad = good.clone();
      bad[i == 0 ? 0 : random.nextInt(bad.length)] ^= 1;
      Files.write(sealed("a.jpg"), bad);
      assertUnreadable(Reason.DAMAGED, () -> read(files, "a.jpg"));
    }
    for (int length : new int[] {0, 10, 60, 1 << 16, good.length - 1}) {
      Files.write(sealed("a.jpg"), Arrays.copyOf(good, length));
      assertUnreadable(Reason.DAMAGED, () -> read(files, "a.jpg"));
    }
  }

  @Test
  public void open_whenOnePhotoIsPutInPlaceOfAnother_saysDamaged() throws IOException {
    files.keep("a.jpg", out -> out.write(picture(1000)));
    files.keep("b.jpg", out -> out.write(picture(1000)));
    Files.copy(sealed("b.jpg"), sealed("c.jpg"));

    assertUnreadable(Reason.DAMAGED, () -> read(files, "c.jpg"));
    assertUnreadable(Reason.MISSING, () -> read(files, "d.jpg"));
  }

  @Test
  public void open_whenTheKeyIsLost_saysSoAndMakesNoOther() throws IOException {
    files.keep("a.jpg", out -> out.write(picture(1000)));
    vault.loseKey();
    assertUnreadable(Reason.KEY_LOST, () -> read(process(), "a.jpg"));
    Files.delete(key.toPath());

    assertUnreadable(Reason.KEY_LOST, () -> read(process(), "a.jpg"));
    assertUnreadable(Reason.KEY_LOST, () -> process().keep("b.jpg", out -> out.write(1)));
    assertThat(key).doesNotExist();
  }

  @Test
  public void takeOver_whereverItIsKilled_losesNothingAndLeavesNothingPlain() throws IOException {
    for (int i = 0; i < 3; i++) {
      Files.write(new File(folder, i + ".jpg").toPath(), picture(1000 + i));
    }
    // Killed after the first was sealed, before its plain file went; and while sealing the second.
    files.keep("0.jpg", out -> out.write(picture(1000)));
    Files.write(new File(folder, "unfinished/half.part").toPath(), picture(500));
    assertThat(read(process(), "2.jpg")).as("before its turn").isEqualTo(picture(1002));

    TinkPhotoFiles next = process();
    next.takeOver();

    for (int i = 0; i < 3; i++) {
      assertThat(read(next, i + ".jpg")).isEqualTo(picture(1000 + i));
    }
    assertThat(everything()).doesNotContain(MARK);
  }

  @Test
  public void keep_whenItFailsMidway_leavesNothing() {
    assertThatThrownBy(
            () ->
                files.keep(
                    "a.jpg",
                    out -> {
                      out.write(picture(100_000));
                      throw new IOException("pulled out");
                    }))
        .hasMessage("pulled out");

    assertThat(files.exists("a.jpg")).isFalse();
    assertThat(new File(folder, "unfinished").list()).isEmpty();
  }

  @Test
  public void scratch_liesSealed_andIsGoneWhenTheProcessIs() throws IOException {
    PhotoFiles.Scratch scratch = files.scratch();
    try (OutputStream out = scratch.write()) {
      out.write(picture(100_000));
    }
    assertThat(scratch.read().readAllBytes()).isEqualTo(picture(100_000));
    assertThat(scratch.read().readAllBytes()).isEqualTo(picture(100_000));
    assertThat(everything()).doesNotContain(MARK);

    process().takeOver();
    assertThat(new File(folder, "unfinished").list()).isEmpty();
  }

  private static byte[] picture(int length) {
    byte[] bytes = new byte[length];
    byte[] mark = MARK.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < length; i++) {
      bytes[i] = mark[i % mark.length];
    }
    return bytes;
  }

  private Path sealed(String name) {
    return new File(folder, "sealed/" + name).toPath();
  }

  private static byte[] read(PhotoFiles from, String name) throws IOException {
    try (InputStream in = from.open(name)) {
      return in.readAllBytes();
    }
  }

  /** All bytes of all files in the folder. */
  private String everything() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> each = Files.walk(folder.toPath())) {
      for (Path file : each.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static void assertUnreadable(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            UnreadableFileException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }
}
