package cn.anxun.server.handout;

import cn.anxun.server.certificate.CertificateFiles;
import cn.anxun.server.certificate.ServerCertificate;
import com.android.apksig.ApkSigner;
import com.android.apksig.KeyConfig;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An APK of a few hundred bytes, signed, with the manifest that its test wants. */
@SuppressWarnings("ByteBufferBackingArray")
public final class SampleApk {
  private static final int NONE = -1;
  private static final int TEXT = 3;
  private static final int NUMBER = 0x10;
  private static final List<String> STRINGS =
      List.of(
          "versionCode",
          "versionName",
          "minSdkVersion",
          "package",
          "manifest",
          "uses-sdk",
          "http://schemas.android.com/apk/res/android");
  private static final int[] RESOURCES = {0x0101021b, 0x0101021c, 0x0101020c};
  private static final int ANDROID = 6;

  private SampleApk() {}

  /**
   * Writes it.
   *
   * @param keys a folder that holds the key, or gets one
   */
  public static Path write(Path file, Path keys, String name, int code, String version)
      throws Exception {
    Path plain = Files.createTempFile("plain", ".apk");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(plain))) {
      put(zip, "AndroidManifest.xml", manifest(name, code, version));
      put(zip, "classes.dex", new byte[] {'d', 'e', 'x'});
      put(zip, "lib/arm64-v8a/libsqlcipher.so", new byte[] {1});
    }
    Files.createDirectories(keys);
    ServerCertificate certificate =
        CertificateFiles.lan(keys, Clock.systemUTC(), new SecureRandom());
    KeyStore store = certificate.keyStore();
    String alias = store.aliases().nextElement();
    ApkSigner.SignerConfig signer =
        new ApkSigner.SignerConfig.Builder(
                "test",
                new KeyConfig.Jca(
                    (PrivateKey) store.getKey(alias, certificate.password().toCharArray())),
                List.of((X509Certificate) store.getCertificate(alias)))
            .build();
    new ApkSigner.Builder(List.of(signer))
        .setInputApk(plain.toFile())
        .setOutputApk(file.toFile())
        .setMinSdkVersion(26)
        .setV1SigningEnabled(false)
        .setV2SigningEnabled(true)
        .build()
        .sign();
    Files.delete(plain);
    return file;
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws Exception {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
  }

  /** As aapt writes it: strings, ids of the first of them, elements. */
  private static byte[] manifest(String name, int code, String version) {
    List<String> strings = new ArrayList<>(STRINGS);
    strings.add(name);
    strings.add(version);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(strings(strings));
    ByteBuffer ids = buffer(8 + 4 * RESOURCES.length);
    ids.putShort((short) 0x0180).putShort((short) 8).putInt(ids.capacity());
    for (int id : RESOURCES) {
      ids.putInt(id);
    }
    out.writeBytes(ids.array());
    out.writeBytes(
        start(
            4,
            new int[][] {
              {ANDROID, 0, NONE, NUMBER, code}, {ANDROID, 1, 8, TEXT, 8}, {NONE, 3, 7, TEXT, 7}
            }));
    out.writeBytes(start(5, new int[][] {{ANDROID, 2, NONE, NUMBER, 26}}));
    out.writeBytes(end(5));
    out.writeBytes(end(4));
    ByteBuffer whole = buffer(8 + out.size());
    whole.putShort((short) 3).putShort((short) 8).putInt(whole.capacity()).put(out.toByteArray());
    return whole.array();
  }

  private static byte[] strings(List<String> strings) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    ByteBuffer offsets = buffer(4 * strings.size());
    for (String text : strings) {
      offsets.putInt(data.size());
      byte[] utf16 = text.getBytes(StandardCharsets.UTF_16LE);
      data.writeBytes(buffer(2).putShort((short) text.length()).array());
      data.writeBytes(utf16);
      data.writeBytes(new byte[2]);
    }
    while (data.size() % 4 != 0) {
      data.write(0);
    }
    ByteBuffer pool = buffer(28 + offsets.capacity() + data.size());
    pool.putShort((short) 1).putShort((short) 28).putInt(pool.capacity());
    pool.putInt(strings.size()).putInt(0).putInt(0).putInt(28 + offsets.capacity()).putInt(0);
    return pool.put(offsets.array()).put(data.toByteArray()).array();
  }

  private static byte[] start(int name, int[][] attributes) {
    ByteBuffer element = buffer(36 + 20 * attributes.length);
    element.putShort((short) 0x0102).putShort((short) 16).putInt(element.capacity());
    element.putInt(1).putInt(NONE).putInt(NONE).putInt(name);
    element.putShort((short) 20).putShort((short) 20).putShort((short) attributes.length);
    element.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    for (int[] one : attributes) {
      element.putInt(one[0]).putInt(one[1]).putInt(one[2]);
      element.putShort((short) 8).put((byte) 0).put((byte) one[3]).putInt(one[4]);
    }
    return element.array();
  }

  private static byte[] end(int name) {
    ByteBuffer element = buffer(24);
    element.putShort((short) 0x0103).putShort((short) 16).putInt(24);
    return element.putInt(1).putInt(NONE).putInt(NONE).putInt(name).array();
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
