package cn.anxun.app.feature.sync;

import android.content.ActivityNotFoundException;
import android.content.ClipData;
import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.text.format.Formatter;
import android.view.View;
import android.widget.TextView;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.LiveData;
import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.R;
import cn.anxun.app.data.local.RefusedPhoto;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.app.sync.SyncLine;
import cn.anxun.app.sync.SyncStatus;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.app.wipe.SealedFiles;
import com.google.android.material.snackbar.Snackbar;
import dagger.hilt.android.AndroidEntryPoint;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** 同步: how it stands, what waits, what was refused and how to mend it. */
@AndroidEntryPoint(Fragment.class)
public final class SyncFragment extends Hilt_SyncFragment {
  private final ActivityResultLauncher<String[]> receipts =
      registerForActivityResult(
          new ActivityResultContracts.OpenDocument(),
          file -> {
            if (file != null) {
              new ViewModelProvider(this).get(BundleViewModel.class).read(file);
            }
          });

  @Inject Clock clock;
  @Inject Thumbnails thumbnails;

  public SyncFragment() {
    super(R.layout.sync);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle saved) {
    ScreenBar.show(this, view, R.string.sync_title);
    SyncViewModel model = new ViewModelProvider(this).get(SyncViewModel.class);
    PhotosViewModel photos = new ViewModelProvider(this).get(PhotosViewModel.class);
    showPhotos(view, photos);
    view.<View>findViewById(R.id.sync_now)
        .setOnClickListener(
            clicked -> {
              model.syncNow();
              photos.hurry();
            });
    model.status().observe(getViewLifecycleOwner(), status -> show(view, status));
    model
        .stored()
        .observe(
            getViewLifecycleOwner(),
            bytes ->
                view.<TextView>findViewById(R.id.sync_stored)
                    .setText(
                        getString(
                            R.string.sync_stored,
                            Formatter.formatShortFileSize(requireContext(), bytes))));
    model.left().observe(getViewLifecycleOwner(), files -> showLeft(view, files));
    ViewModelProvider models = new ViewModelProvider(this);
    CheckViewModel checking = models.get(CheckViewModel.class);
    CheckPanel check = new CheckPanel(view, checking, clock);
    checking.state().observe(getViewLifecycleOwner(), check::show);
    BundleViewModel bundling = models.get(BundleViewModel.class);
    BundlePanel bundle = new BundlePanel(view, clock, bundling::make, this::chooseReceipts);
    bundling.count().observe(getViewLifecycleOwner(), bundle::show);
    bundling.state().observe(getViewLifecycleOwner(), state -> show(bundle, bundling, state));
    list(
        view,
        R.id.sync_refused,
        R.id.sync_refused_title,
        model.refused(),
        item -> Navigator.of(this).open(new Destination.Mend(item.id())));
    list(
        view,
        R.id.sync_waiting,
        R.id.sync_waiting_title,
        model.waiting(),
        item -> model.withdraw(item.id()));
  }

  private void showLeft(View view, List<Uri> files) {
    TextView button = view.findViewById(R.id.sync_bundle_left);
    button.setVisibility(files.isEmpty() ? View.GONE : View.VISIBLE);
    button.setText(getString(R.string.sync_bundle_left, files.size()));
    button.setOnClickListener(
        clicked ->
            startActivity(
                Intent.createChooser(SealedFiles.share(files), getString(R.string.sync_bundle))));
  }

  private void showPhotos(View view, PhotosViewModel model) {
    PhotosPanel panel = new PhotosPanel(view);
    model.counts().observe(getViewLifecycleOwner(), panel::show);
    model.progress().observe(getViewLifecycleOwner(), panel::show);
    RefusedPhotos refused =
        new RefusedPhotos(
            thumbnails,
            new RefusedPhotos.Actions(
                photo -> model.retry(photo.sha256()),
                this::open,
                photo -> model.export(photo.sha256())));
    view.<RecyclerView>findViewById(R.id.sync_photos_refused).setAdapter(refused);
    model.refused().observe(getViewLifecycleOwner(), refused::submitList);
    model
        .export()
        .observe(
            getViewLifecycleOwner(), export -> export.ifPresent(done -> handOver(model, done)));
  }

  private void open(RefusedPhoto photo) {
    if (photo.subject() != null && photo.type() != null) {
      Navigator.of(this).open(new Destination.RecordDetail(photo.type(), photo.subject()));
    }
  }

  private void handOver(PhotosViewModel model, PhotosViewModel.Export export) {
    model.exported();
    if (export.file().isPresent()) {
      startActivity(
          Intent.createChooser(
              share(export.file().get(), "image/jpeg"), getString(R.string.sync_photos_export)));
    } else {
      Snackbar.make(requireView(), R.string.sync_photos_damaged, Snackbar.LENGTH_LONG).show();
    }
  }

  private void show(BundlePanel panel, BundleViewModel model, BundleState state) {
    panel.show(state.result());
    state
        .file()
        .ifPresent(
            file -> {
              model.shared();
              startActivity(
                  Intent.createChooser(
                      share(file, "application/octet-stream"), getString(R.string.sync_bundle)));
            });
  }

  private static Intent share(Uri file, String type) {
    Intent intent =
        new Intent(Intent.ACTION_SEND)
            .setType(type)
            .putExtra(Intent.EXTRA_STREAM, file)
            .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION);
    intent.setClipData(ClipData.newRawUri("", file));
    return intent;
  }

  /** By the system's own picker; what a mail or chat app calls the file's type is not believed. */
  private void chooseReceipts() {
    try {
      receipts.launch(new String[] {"*/*"});
    } catch (ActivityNotFoundException e) {
      Snackbar.make(requireView(), R.string.sync_bundle_no_picker, Snackbar.LENGTH_LONG).show();
    }
  }

  private void list(
      View view, int list, int title, LiveData<List<SyncItem>> items, Consumer<SyncItem> act) {
    SyncItems adapter = new SyncItems(act);
    view.<RecyclerView>findViewById(list).setAdapter(adapter);
    items.observe(
        getViewLifecycleOwner(),
        rows -> {
          adapter.submitList(rows);
          view.<View>findViewById(title).setVisibility(rows.isEmpty() ? View.GONE : View.VISIBLE);
        });
  }

  private void show(View view, SyncStatus status) {
    Context context = view.getContext();
    view.<TextView>findViewById(R.id.sync_line).setText(SyncLine.text(context, status, clock));
    view.<View>findViewById(R.id.sync_now).setEnabled(status.how() != SyncStatus.How.RUNNING);
    view.<TextView>findViewById(R.id.sync_last)
        .setText(
            status
                .lastDone()
                .map(at -> getString(R.string.sync_last, SyncLine.when(context, at, clock)))
                .orElse(getString(R.string.sync_last_never)));
    say(view.findViewById(R.id.sync_sentence), SyncLine.advice(context, status));
    say(view.findViewById(R.id.sync_clock), status.clockOff().map(this::clockOff).orElse(""));
    say(
        view.findViewById(R.id.sync_held),
        status.held() > 0 ? getString(R.string.sync_held, status.held()) : "");
  }

  private String clockOff(Duration off) {
    return getString(
        off.isNegative() ? R.string.sync_clock_behind : R.string.sync_clock_ahead,
        (int) Math.min(off.abs().toMinutes(), Integer.MAX_VALUE));
  }

  private static void say(TextView view, String text) {
    view.setText(text);
    view.setVisibility(text.isEmpty() ? View.GONE : View.VISIBLE);
  }
}
