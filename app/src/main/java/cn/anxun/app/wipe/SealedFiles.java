package cn.anxun.app.wipe;

import android.content.ClipData;
import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import androidx.core.content.FileProvider;
import cn.anxun.app.account.WipeProgress;
import dagger.hilt.android.qualifiers.ApplicationContext;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;

/** The sealed files that wipes of this phone have left, to be handed to the server's people. */
public final class SealedFiles {
  private final Context context;
  private final WipeProgress progress;
  private final WipeDisk disk;

  @Inject
  public SealedFiles(@ApplicationContext Context context, WipeProgress progress, WipeDisk disk) {
    this.context = context;
    this.progress = progress;
    this.disk = disk;
  }

  /** For the share sheet, in the order they were made. Waits for the disk. */
  public List<Uri> list() {
    List<Uri> files = new ArrayList<>();
    for (String name : progress.files()) {
      File file = disk.sealed(name);
      if (file.isFile()) {
        files.add(FileProvider.getUriForFile(context, context.getPackageName() + ".files", file));
      }
    }
    return files;
  }

  /** Sends them all by an app that the person chooses. */
  public static Intent share(List<Uri> files) {
    Intent intent =
        new Intent(Intent.ACTION_SEND_MULTIPLE)
            .setType("application/octet-stream")
            .putParcelableArrayListExtra(Intent.EXTRA_STREAM, new ArrayList<>(files))
            .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION);
    ClipData clip = ClipData.newRawUri("", files.get(0));
    for (Uri file : files.subList(1, files.size())) {
      clip.addItem(new ClipData.Item(file));
    }
    intent.setClipData(clip);
    return intent;
  }
}
