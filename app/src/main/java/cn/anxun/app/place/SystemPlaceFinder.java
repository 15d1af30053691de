package cn.anxun.app.place;

import android.Manifest;
import android.content.Context;
import android.content.pm.PackageManager;
import android.location.Location;
import android.location.LocationManager;
import android.os.CancellationSignal;
import android.os.Handler;
import android.os.Looper;
import androidx.core.content.ContextCompat;
import androidx.core.location.LocationCompat;
import androidx.core.location.LocationManagerCompat;
import cn.anxun.core.place.FieldPoint;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@link PlaceFinder} by Android's LocationManager, for not every phone here has Google's services.
 * What the system still knows is told at once where it is fresh, then what satellites and network
 * say, as long as it is better.
 */
public final class SystemPlaceFinder implements PlaceFinder {
  private static final String[] PROVIDERS = {
    LocationManager.GPS_PROVIDER, LocationManager.NETWORK_PROVIDER
  };

  private static final long PATIENCE_MILLIS = 30_000;

  /** What is older is of another place. */
  private static final long FRESH_NANOS = 120_000_000_000L;

  private final Context context;

  public SystemPlaceFinder(Context context) {
    this.context = context;
  }

  @Override
  public boolean isAllowed() {
    return isGranted(Manifest.permission.ACCESS_FINE_LOCATION)
        || isGranted(Manifest.permission.ACCESS_COARSE_LOCATION);
  }

  @Override
  public Runnable find(Consumer<FieldPoint> found, Runnable ended) {
    LocationManager manager = context.getSystemService(LocationManager.class);
    Search search = new Search(found, ended);
    if (manager != null && isAllowed()) {
      for (String provider : PROVIDERS) {
        search.ask(manager, provider);
      }
    }
    return search::stop;
  }

  private boolean isGranted(String permission) {
    return ContextCompat.checkSelfPermission(context, permission)
        == PackageManager.PERMISSION_GRANTED;
  }

  /** Everything that was asked for one form. */
  private final class Search {
    private final Handler main = new Handler(Looper.getMainLooper());
    private final CancellationSignal signal = new CancellationSignal();
    private final Consumer<FieldPoint> found;
    private @Nullable Location best;
    private boolean stopped;

    Search(Consumer<FieldPoint> found, Runnable ended) {
      this.found = found;
      main.postDelayed(
          () -> {
            stop();
            ended.run();
          },
          PATIENCE_MILLIS);
    }

    @SuppressWarnings("MissingPermission")
    void ask(LocationManager manager, String provider) {
      try {
        Location last = manager.getLastKnownLocation(provider);
        long now = android.os.SystemClock.elapsedRealtimeNanos();
        if (last != null && now - last.getElapsedRealtimeNanos() <= FRESH_NANOS) {
          take(last);
        }
        if (LocationManagerCompat.hasProvider(manager, provider)) {
          LocationManagerCompat.getCurrentLocation(
              manager, provider, signal, ContextCompat.getMainExecutor(context), this::take);
        }
      } catch (SecurityException | IllegalArgumentException e) {
        // A provider that this phone lacks, or that takes the finer permission: the other is asked.
        return;
      }
    }

    private void take(@Nullable Location location) {
      if (!stopped && location != null && isBetter(location)) {
        best = location;
        found.accept(point(location));
      }
    }

    private boolean isBetter(Location location) {
      Location before = best;
      return before == null
          || !before.hasAccuracy()
          || (location.hasAccuracy() && location.getAccuracy() < before.getAccuracy());
    }

    void stop() {
      stopped = true;
      signal.cancel();
      main.removeCallbacksAndMessages(null);
    }
  }

  private static FieldPoint point(Location location) {
    String provider = location.getProvider();
    return new FieldPoint(
        location.getLatitude(),
        location.getLongitude(),
        location.hasAccuracy() ? location.getAccuracy() : 0,
        Instant.ofEpochMilli(location.getTime()),
        provider == null ? "" : provider,
        LocationCompat.isMock(location));
  }
}
