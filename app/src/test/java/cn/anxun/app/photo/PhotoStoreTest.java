package cn.anxun.app.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import android.media.ExifInterface;
import cn.anxun.app.PlainVault;
import cn.anxun.app.SettableClock;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.PhotoRow;
import cn.anxun.app.data.local.TestDatabase;
import cn.anxun.app.photo.PhotoRejectedException.Reason;
import cn.anxun.core.entry.Attachment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

@RunWith(RobolectricTestRunner.class)
public final class PhotoStoreTest {
  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private AnxunDatabase database;
  private File photos;
  private PhotoStore store;

  @Before
  public void open() throws IOException {
    database = TestDatabase.open("photos.db");
    photos = folder.newFolder("photos");
    store = new PhotoStore(files(photos), database.photos(), new SettableClock());
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void add_whenLarge_isScaledAndKeptUnderItsHash() throws Exception {
    Attachment attachment = store.add(source(jpeg(4000, 3000)), "before");

    PhotoRow photo = store.find(attachment.sha256()).orElseThrow();
    assertThat(photo.width()).isEqualTo(2048);
    assertThat(photo.height()).isEqualTo(1536);
    assertThat(attachment.type()).isEqualTo("image/jpeg");
    assertThat(attachment.role()).isEqualTo("before");
    assertThat(kept(photo)).hasSize((int) attachment.bytes());
    assertThat(photo.state()).isEqualTo(PhotoRow.KEPT);
    assertThat(photo.bytes()).isEqualTo(attachment.bytes());
  }

  @Test
  public void add_whenTheSameTwice_isKeptOnce() throws Exception {
    byte[] bytes = jpeg(300, 200);

    Attachment first = store.add(source(bytes), "before");
    Attachment second = store.add(source(bytes), "after");

    assertThat(second.sha256()).isEqualTo(first.sha256());
    assertThat(new File(photos, "sealed").list()).containsExactly(first.sha256() + ".jpg");
    assertThat(new File(photos, "unfinished").list()).isEmpty();
  }

  @Test
  public void add_keepsTheHashOfWhatTheCameraWrote() throws Exception {
    byte[] camera = jpeg(300, 200);

    Attachment attachment = store.add(source(camera), "before");

    assertThat(database.photos().findOriginal(attachment.sha256())).isEqualTo(Sha256.of(camera));
  }

  @Test
  public void add_whenTheFileWasDamagedAndRefused_mendsItByTheSamePhotoAgain() throws Exception {
    byte[] camera = jpeg(300, 200);
    Attachment attachment = store.add(source(camera), "before");
    File sealed = new File(photos, "sealed/" + attachment.sha256() + ".jpg");
    Files.write(sealed.toPath(), new byte[100]);
    database.photos().refuse(attachment.sha256(), "file-damaged-here", "");

    store.add(source(camera), "before");

    PhotoRow mended = store.find(attachment.sha256()).orElseThrow();
    assertThat(mended.state()).isEqualTo(PhotoRow.KEPT);
    assertThat(Sha256.of(kept(mended))).isEqualTo(attachment.sha256());
  }

  @Test
  public void add_whenTheCameraLaySideways_isUprightAndTellsNoPlace() throws Exception {
    byte[] camera = withExif(jpeg(400, 200));
    ExifInterface exif = new ExifInterface(new ByteArrayInputStream(camera));
    assertThat(exif.getAttribute(ExifInterface.TAG_GPS_LATITUDE_REF)).isEqualTo("N");

    Attachment attachment = store.add(source(camera), "before");

    PhotoRow photo = store.find(attachment.sha256()).orElseThrow();
    assertThat(photo.width()).isEqualTo(200);
    assertThat(photo.height()).isEqualTo(400);
    Bitmap upright = store.picture(attachment.sha256(), 2048).orElseThrow();
    assertThat(Color.red(upright.getPixel(100, 40)))
        .as("the left is on top now")
        .isGreaterThan(200);
    assertThat(Color.blue(upright.getPixel(100, 360))).isGreaterThan(200);
    String kept = new String(kept(photo), StandardCharsets.ISO_8859_1);
    assertThat(kept).doesNotContain("Exif");
  }

  @Test
  public void add_whenCutAnywhere_isRejectedAndNothingIsKept() throws Exception {
    byte[] whole = jpeg(600, 400);
    for (int length : new int[] {whole.length - 1, whole.length - 2, whole.length / 2}) {
      assertRejected(Reason.TRUNCATED, () -> store.add(source(cut(whole, length)), "before"));
    }
    byte[] png = png(300, 200);
    assertRejected(Reason.TRUNCATED, () -> store.add(source(cut(png, png.length - 6)), "before"));
    assertThat(new File(photos, "sealed")).doesNotExist();
    assertThat(new File(photos, "unfinished").list()).isEmpty();
  }

  @Test
  public void add_whenAnotherKindOfPicture_isMadeJpeg() throws Exception {
    Attachment attachment = store.add(source(png(300, 200)), "document");

    BitmapFactory.Options options = new BitmapFactory.Options();
    options.inJustDecodeBounds = true;
    try (InputStream in = store.open(store.find(attachment.sha256()).orElseThrow())) {
      BitmapFactory.decodeStream(in, null, options);
    }
    assertThat(options.outMimeType).isEqualTo("image/jpeg");
  }

  @Test
  public void add_whenNoPicture_isRejected() {
    assertRejected(
        Reason.NOT_A_PHOTO,
        () -> store.add(source("这不是照片".getBytes(StandardCharsets.UTF_8)), "before"));
    assertRejected(Reason.NOT_A_PHOTO, () -> store.add(source(new byte[0]), "before"));
  }

  @Test
  public void add_whenItCannotBeRead_isRejected() {
    assertRejected(
        Reason.UNREADABLE,
        () ->
            store.add(
                () -> {
                  throw new IOException("gone");
                },
                "before"));
    assertRejected(
        Reason.UNREADABLE,
        () ->
            store.add(
                () -> {
                  throw new SecurityException("not granted");
                },
                "before"));
  }

  @Test
  public void add_whenEndless_isRejected() {
    assertRejected(
        Reason.TOO_LARGE,
        () ->
            store.add(
                () ->
                    new InputStream() {
                      @Override
                      public int read() {
                        return 0xFF;
                      }

                      @Override
                      public int read(byte[] into, int from, int count) {
                        Arrays.fill(into, from, from + count, (byte) 0xFF);
                        return count;
                      }
                    },
                "before"));
  }

  @Test
  public void add_whenTheFolderCannotBeWritten_saysSo() throws IOException {
    File file = folder.newFile("no-folder");
    PhotoStore full = new PhotoStore(files(file), database.photos(), new SettableClock());

    assertRejected(Reason.NO_SPACE, () -> full.add(source(jpeg(30, 20)), "before"));
  }

  private byte[] kept(PhotoRow photo) throws IOException {
    try (InputStream in = store.open(photo)) {
      return in.readAllBytes();
    }
  }

  private TinkPhotoFiles files(File inside) {
    return new TinkPhotoFiles(
        inside, new File(folder.getRoot(), "photos.key"), new PlainVault(), new Random(1));
  }

  private static void assertRejected(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            PhotoRejectedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  private static PhotoSource source(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }

  private static byte[] cut(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  private static byte[] jpeg(int width, int height) {
    return compressed(width, height, Bitmap.CompressFormat.JPEG);
  }

  private static byte[] png(int width, int height) {
    return compressed(width, height, Bitmap.CompressFormat.PNG);
  }

  /** With an EXIF part that says: turn by 90° to the right; and a place in the north. */
  private static byte[] withExif(byte[] jpeg) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream tiff = new DataOutputStream(bytes);
    tiff.writeBytes("Exif\0\0MM");
    tiff.writeShort(42);
    tiff.writeInt(8);
    tiff.writeShort(2);
    directoryEntry(tiff, 0x0112, 3, 1, ExifInterface.ORIENTATION_ROTATE_90 << 16);
    directoryEntry(tiff, 0x8825, 4, 1, 8 + 2 + 2 * 12 + 4);
    tiff.writeInt(0);
    tiff.writeShort(1);
    directoryEntry(tiff, 0x0001, 2, 2, 'N' << 24);
    tiff.writeInt(0);
    byte[] exif = bytes.toByteArray();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(whole);
    out.writeInt(0xFFD8FFE1);
    out.writeShort(exif.length + 2);
    out.write(exif);
    out.write(jpeg, 2, jpeg.length - 2);
    return whole.toByteArray();
  }

  private static void directoryEntry(DataOutputStream tiff, int tag, int type, int count, int value)
      throws IOException {
    tiff.writeShort(tag);
    tiff.writeShort(type);
    tiff.writeInt(count);
    tiff.writeInt(value);
  }

  /** Red on the left, blue on the right. */
  private static byte[] compressed(int width, int height, Bitmap.CompressFormat format) {
    Bitmap picture = Bitmap.createBitmap(width, height, Bitmap.Config.ARGB_8888);
    Canvas canvas = new Canvas(picture);
    Paint paint = new Paint();
    paint.setColor(Color.RED);
    canvas.drawRect(0, 0, width / 2f, height, paint);
    paint.setColor(Color.BLUE);
    canvas.drawRect(width / 2f, 0, width, height, paint);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    picture.compress(format, 90, out);
    return out.toByteArray();
  }
}
