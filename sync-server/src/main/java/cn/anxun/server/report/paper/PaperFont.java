package cn.anxun.server.report.paper;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Chinese font of this machine that is put into PDF files: 仿宋 before 宋 before 黑. */
final class PaperFont {
  private static final Logger LOG = LoggerFactory.getLogger(PaperFont.class);
  private static final int DEPTH = 6;

  /** Every letter of which a font must have before it is taken. */
  private static final String NEEDED = "责令限期整改指令书〔〕（）";

  /** By what its file is called, the first that is there. */
  private static final List<String> WANTED =
      List.of(
          "simfang.ttf",
          "fangsong.ttf",
          "stfangso.ttf",
          "simsun.ttc",
          "simsun.ttf",
          "songti.ttc",
          "notoserifcjk-regular.ttc",
          "notosanscjk-regular.ttc",
          "sourcehanserifsc-regular.otf",
          "sourcehansanssc-regular.otf",
          "wqy-zenhei.ttc",
          "wqy-microhei.ttc",
          "uming.ttc",
          "simhei.ttf",
          "droidsansfallbackfull.ttf");

  /** The fonts of Google's collections stand in the order Japanese, Korean, Chinese. */
  private static final int CHINESE_OF_NOTO = 2;

  private static final List<Path> FOLDERS =
      List.of(
          Path.of(System.getProperty("user.home", ""), ".fonts"),
          Path.of(System.getProperty("user.home", ""), ".local", "share", "fonts"),
          Path.of("/usr/local/share/fonts"),
          Path.of("/usr/share/fonts"),
          Path.of("/System/Library/Fonts"),
          Path.of("/Library/Fonts"),
          Path.of(Optional.ofNullable(System.getenv("WINDIR")).orElse("C:\\Windows"), "Fonts"));

  private static volatile Optional<BaseFont> found = Optional.empty();

  private PaperFont() {}

  /** The font; looked for until there is one. */
  static BaseFont get() throws NoFontException {
    Optional<BaseFont> known = found;
    if (known.isEmpty()) {
      known = find(FOLDERS);
      found = known;
    }
    return known.orElseThrow(NoFontException::new);
  }

  static Optional<BaseFont> find(List<Path> folders) {
    List<Path> files = folders.stream().flatMap(folder -> list(folder).stream()).toList();
    for (String wanted : WANTED) {
      for (Path file : files) {
        if (name(file).equals(wanted)) {
          Optional<BaseFont> font = open(file);
          if (font.isPresent()) {
            return font;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<Path> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      return files.filter(file -> WANTED.contains(name(file))).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("the fonts in {} cannot be listed", folder, e);
      return List.of();
    }
  }

  private static Optional<BaseFont> open(Path file) {
    String name = name(file);
    int index = name.startsWith("noto") ? CHINESE_OF_NOTO : 0;
    String path = name.endsWith(".ttc") ? file + "," + index : file.toString();
    try {
      BaseFont font = BaseFont.createFont(path, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
      boolean whole = NEEDED.codePoints().allMatch(font::charExists);
      return whole ? Optional.of(font) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      LOG.warn("the font {} cannot be used", file, e);
      return Optional.empty();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }
}
