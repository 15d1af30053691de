package cn.anxun.app.feature.inspection;

import android.Manifest;
import android.content.Context;
import android.content.pm.PackageManager;
import android.location.Location;
import android.location.LocationManager;
import androidx.core.content.ContextCompat;
import cn.anxun.app.feature.inspection.ListedSite.Position;
import dagger.hilt.android.qualifiers.ApplicationContext;
import java.util.Optional;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * Where the phone is, as the system knew it last; one point, never a track. Nobody's permission,
 * nobody's position: then there is none.
 */
final class Whereabouts {
  private static final String[] PROVIDERS = {
    LocationManager.GPS_PROVIDER, LocationManager.NETWORK_PROVIDER, LocationManager.PASSIVE_PROVIDER
  };

  private final Context context;

  @Inject
  Whereabouts(@ApplicationContext Context context) {
    this.context = context;
  }

  boolean isAllowed() {
    return isGranted(Manifest.permission.ACCESS_FINE_LOCATION)
        || isGranted(Manifest.permission.ACCESS_COARSE_LOCATION);
  }

  Optional<Position> find() {
    return last().map(location -> new Position(location.getLatitude(), location.getLongitude()));
  }

  @SuppressWarnings("MissingPermission")
  private Optional<Location> last() {
    LocationManager manager = context.getSystemService(LocationManager.class);
    @Nullable Location latest = null;
    if (manager != null && isAllowed()) {
      for (String provider : PROVIDERS) {
        Location location = lastKnown(manager, provider);
        if (location != null && (latest == null || location.getTime() > latest.getTime())) {
          latest = location;
        }
      }
    }
    return Optional.ofNullable(latest);
  }

  private static @Nullable Location lastKnown(LocationManager manager, String provider) {
    try {
      return manager.getLastKnownLocation(provider);
    } catch (SecurityException | IllegalArgumentException e) {
      return null; // a provider that this phone lacks, or that takes the finer permission
    }
  }

  private boolean isGranted(String permission) {
    return ContextCompat.checkSelfPermission(context, permission)
        == PackageManager.PERMISSION_GRANTED;
  }
}
