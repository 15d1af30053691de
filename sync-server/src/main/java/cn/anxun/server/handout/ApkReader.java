package cn.anxun.server.handout;

import cn.anxun.core.sync.AppVersion;
import com.android.apksig.ApkVerifier;
import com.android.apksig.apk.ApkFormatException;
import com.android.apksig.apk.ApkUtils;
import com.android.apksig.internal.apk.AndroidBinXmlParser;
import com.android.apksig.internal.apk.AndroidBinXmlParser.XmlParserException;
import com.android.apksig.util.DataSources;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads an APK: its signature is verified as a phone would, its manifest believed after that. */
final class ApkReader {
  private static final String LIBRARIES = "lib/";

  private ApkReader() {}

  /**
   * Reads the file.
   *
   * @throws AppException where it is no APK, or its signature does not hold
   */
  static AppPackage read(Path apk) {
    try {
      String signer = signer(apk);
      ByteBuffer manifest;
      try (RandomAccessFile file = new RandomAccessFile(apk.toFile(), "r")) {
        manifest = ApkUtils.getAndroidManifest(DataSources.asDataSource(file));
      }
      return new AppPackage(
          ApkUtils.getPackageNameFromBinaryAndroidManifest(manifest.duplicate()),
          new AppVersion(
              ApkUtils.getVersionCodeFromBinaryAndroidManifest(manifest.duplicate()),
              versionName(manifest.duplicate())),
          ApkUtils.getMinSdkVersionFromBinaryAndroidManifest(manifest.duplicate()),
          abis(apk),
          Files.size(apk),
          sha256(apk),
          signer);
    } catch (IOException | ApkFormatException | XmlParserException e) {
      throw new AppException("handout.no-apk", apk, String.valueOf(e.getMessage()));
    }
  }

  private static String signer(Path apk) throws IOException, ApkFormatException {
    try {
      ApkVerifier.Result result = new ApkVerifier.Builder(apk.toFile()).build().verify();
      List<X509Certificate> certificates = result.getSignerCertificates();
      if (!result.isVerified() || certificates.size() != 1) {
        throw new AppException("handout.not-signed", apk);
      }
      byte[] certificate = certificates.get(0).getEncoded();
      return HexFormat.of().formatHex(digest().digest(certificate));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new AppException("handout.not-signed", apk);
    }
  }

  /** The attribute {@code android:versionName} of the manifest's first element. */
  private static String versionName(ByteBuffer manifest) throws XmlParserException {
    AndroidBinXmlParser parser = new AndroidBinXmlParser(manifest);
    int event = parser.getEventType();
    while (event != AndroidBinXmlParser.EVENT_END_DOCUMENT) {
      if (event == AndroidBinXmlParser.EVENT_START_ELEMENT) {
        for (int i = 0; i < parser.getAttributeCount(); i++) {
          if (parser.getAttributeName(i).equals("versionName")) {
            return parser.getAttributeStringValue(i);
          }
        }
        break;
      }
      event = parser.next();
    }
    return "0";
  }

  private static List<String> abis(Path apk) throws IOException {
    TreeSet<String> abis = new TreeSet<>();
    try (ZipFile zip = new ZipFile(apk.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        String[] path = entries.nextElement().getName().split("/", 3);
        if (path.length == 3 && LIBRARIES.equals(path[0] + '/')) {
          abis.add(path[1]);
        }
      }
    }
    return List.copyOf(abis);
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
