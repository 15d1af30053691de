package cn.anxun.app.feature.sync;

import android.net.Uri;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.PhotoCounts;
import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.data.local.RefusedPhoto;
import cn.anxun.app.device.Background;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.upload.PhotoUpload;
import cn.anxun.app.upload.UploadSchedule;
import cn.anxun.core.sync.file.UploadProgress;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/** Photos on their way, and those that were put aside. */
@HiltViewModel
public final class PhotosViewModel extends ViewModel {
  private final PhotoTable table;
  private final PhotoStore photos;
  private final PhotoUpload upload;
  private final UploadSchedule schedule;
  private final HandedFiles handed;
  private final Executor background;
  private final MutableLiveData<Optional<Export>> export = new MutableLiveData<>(Optional.empty());

  /**
   * A photo that is to be handed to another app.
   *
   * @param file empty where it cannot be read
   */
  record Export(Optional<Uri> file) {}

  @Inject
  PhotosViewModel(
      PhotoTable table,
      PhotoStore photos,
      PhotoUpload upload,
      UploadSchedule schedule,
      HandedFiles handed,
      @Background Executor background) {
    this.table = table;
    this.photos = photos;
    this.upload = upload;
    this.schedule = schedule;
    this.handed = handed;
    this.background = background;
  }

  LiveData<PhotoCounts> counts() {
    return table.watchCounts();
  }

  LiveData<Optional<UploadProgress>> progress() {
    return upload.watch();
  }

  LiveData<List<RefusedPhoto>> refused() {
    return table.watchRefused();
  }

  LiveData<Optional<Export>> export() {
    return export;
  }

  /** Whoever asks for a sync now asks for the photos too. */
  void hurry() {
    background.execute(
        () -> {
          table.hurry();
          schedule.soon();
        });
  }

  void retry(String sha256) {
    background.execute(
        () -> {
          table.retry(sha256);
          schedule.soon();
        });
  }

  void export(String sha256) {
    background.execute(
        () -> {
          try (InputStream in = photos.openWhole(sha256)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] part = new byte[1 << 16];
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
              bytes.write(part, 0, count);
            }
            Uri file =
                handed.forSharing(
                    bytes.toByteArray(), HandedFiles.PHOTO + sha256.substring(0, 8) + ".jpg");
            export.postValue(Optional.of(new Export(Optional.of(file))));
          } catch (IOException e) {
            export.postValue(Optional.of(new Export(Optional.empty())));
          }
        });
  }

  /** What was to be handed over has been. */
  void exported() {
    export.setValue(Optional.empty());
  }
}
