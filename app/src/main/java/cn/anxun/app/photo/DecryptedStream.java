package cn.anxun.app.photo;

import cn.anxun.core.sync.file.UnreadableFileException;
import cn.anxun.core.sync.file.UnreadableFileException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A sealed file as it is read; where the seal does not hold it says so in the port's words. */
final class DecryptedStream extends FilterInputStream {
  private final String name;

  DecryptedStream(String name, InputStream in) {
    super(in);
    this.name = name;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  @Override
  public int read(byte[] part, int offset, int length) throws IOException {
    try {
      return super.read(part, offset, length);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    try {
      return super.skip(count);
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  private UnreadableFileException damaged(IOException e) {
    return new UnreadableFileException(
        Reason.DAMAGED, name + " is not what was written: " + e.getMessage(), e);
  }
}
