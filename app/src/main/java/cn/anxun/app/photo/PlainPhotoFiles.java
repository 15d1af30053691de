package cn.anxun.app.photo;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;

/** Plain files in the app's private storage, which no other app can read. */
public final class PlainPhotoFiles implements PhotoFiles {
  private final File folder;
  private final File unfinished;

  /** In this folder, which is made where there is none. */
  public PlainPhotoFiles(File folder) {
    this.folder = folder;
    this.unfinished = new File(folder, "unfinished");
  }

  @Override
  public File scratch() throws IOException {
    Files.createDirectories(unfinished.toPath());
    return File.createTempFile("photo", ".part", unfinished);
  }

  @Override
  public void keep(String name, Content content) throws IOException {
    File part = scratch();
    try {
      try (FileOutputStream out = new FileOutputStream(part)) {
        content.write(out);
        out.getFD().sync();
      }
      Files.move(
          part.toPath(), new File(folder, name).toPath(), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part.toPath());
    }
  }

  @Override
  public InputStream open(String name) throws IOException {
    return new FileInputStream(new File(folder, name));
  }

  @Override
  public boolean exists(String name) {
    return new File(folder, name).isFile();
  }
}
