#!/usr/bin/env bash
# Makes what is installed, from a built checkout, on Linux: an image with its own run time and start-up archive, a portable
# archive of it, and a Debian package. Called by `./cairn package`.
#   make.sh JDK VERSION
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
jdk=$1
version=$2
build=$root/app/target/fast
out=$here/target
lib=$build/lib
rm -rf "$out"
mkdir -p "$out/modules" "$out/input" "$out/deb"

echo "run time: the modules of the JDK and of JavaFX that the program uses, and no others"
# The jars without a platform in their names are empty; the native libraries lie beside the JDK's own, so that none is
# unpacked into a person's home at the first start.
cp "$lib"/javafx-*-linux*.jar "$out/modules/"
for jar in "$lib"/*.jar; do
  case "$(basename "$jar")" in javafx-*) ;; *) cp "$jar" "$out/input/" ;; esac
done
cp "$build/cairn-app-$version.jar" "$out/input/cairn.jar"
"$jdk/bin/jlink" --module-path "$out/modules" \
  --add-modules java.base,java.desktop,java.logging,java.management,java.naming,java.sql,java.xml,jdk.crypto.ec,jdk.unsupported,jdk.localedata,jdk.charsets,jdk.zipfs,javafx.controls \
  --strip-debug --no-header-files --no-man-pages --compress zip-6 --include-locales=en,de \
  --exclude-resources='glob:/javafx.graphics/*.so' --output "$out/runtime"
for jar in "$out"/modules/javafx-graphics-*.jar; do
  (cd "$out/runtime/lib" && "$jdk/bin/jar" --extract --file "$jar" && find . -maxdepth 1 -mindepth 1 -type d \
    \( -name com -o -name javafx -o -name META-INF \) -exec rm -rf {} + && rm -f module-info.class)
done
# What only plays media or shows the web is not used.
rm -f "$out"/runtime/lib/lib{jfxmedia,jfxwebkit,gstreamer-lite,fxplugins,avplugin}*.so

echo "image"
options=(--enable-native-access=javafx.graphics,ALL-UNNAMED -Xss2m -XX:+UseSerialGC)
java_options=()
for option in "${options[@]}" '-XX:AOTCache=$APPDIR/cairn.aot' -Xlog:aot=off -Xlog:cds=off; do java_options+=(--java-options "$option"); done
"$jdk/bin/jpackage" --type app-image --name cairn --app-version 0.1.0 --vendor "The Cairn authors" \
  --runtime-image "$out/runtime" --input "$out/input" --main-jar cairn.jar --main-class cairn.app.boot.Main \
  --icon "$root/assets/icons/cairn-256.png" "${java_options[@]}" --dest "$out/image"
image=$out/image/cairn
cp "$root/LICENSE" "$root/NOTICE" "$image/"

echo "start-up archive"
# Trained by a walk through the window over a real workspace, on the class path in the very order of the launcher's.
path=$(sed -n 's/^app\.classpath=//p' "$image/lib/app/cairn.cfg" | sed "s|\$APPDIR|$image/lib/app|" | paste -sd:)
training=$out/training
mkdir -p "$training"
run() { XDG_CONFIG_HOME=$training HOME=$training "$image/lib/runtime/bin/java" "${options[@]}" -cp "$path" "$@"; }
run cairn.app.boot.Main demo --workspace "$training/ws" --out "$training/out" --devices 3 --services 2 >/dev/null
run -Dglass.platform=Headless -Dprism.order=sw -Dcairn.desktop.rehearsal=true -XX:AOTCacheOutput="$image/lib/app/cairn.aot" -Xlog:disable -Xlog:all=error:stderr \
  cairn.app.boot.Main desktop --workspace "$training/ws"
[ -s "$image/lib/app/cairn.aot" ] || { echo "The start-up archive was not written." >&2; exit 70; }

echo "portable archive"
name=cairn-${version%-SNAPSHOT}-linux-$(uname -m)
tar --create --gzip --file "$out/$name.tar.gz" --directory "$out/image" --transform "s|^cairn|$name|" --owner=0 --group=0 cairn

command -v dpkg-deb >/dev/null || { echo "There is no dpkg-deb: no Debian package is made."; exit 0; }
echo "Debian package"
deb=$out/deb
mkdir -p "$deb/DEBIAN" "$deb/usr/lib" "$deb/usr/bin" "$deb/usr/share/applications" "$deb/usr/share/doc/cairn"
cp -a "$image" "$deb/usr/lib/cairn"
ln -s ../lib/cairn/bin/cairn "$deb/usr/bin/cairn"
cp "$here/cairn.desktop" "$deb/usr/share/applications/"
cp "$root/NOTICE" "$deb/usr/share/doc/cairn/copyright"
for size in 16 32 48 128 256; do
  mkdir -p "$deb/usr/share/icons/hicolor/${size}x$size/apps"
  cp "$root/assets/icons/cairn-$size.png" "$deb/usr/share/icons/hicolor/${size}x$size/apps/cairn.png"
done
mkdir -p "$deb/usr/share/icons/hicolor/scalable/apps"
cp "$root/assets/icons/cairn.svg" "$deb/usr/share/icons/hicolor/scalable/apps/cairn.svg"
cat >"$deb/DEBIAN/control" <<TXT
Package: cairn
Version: $(echo "${version}" | sed 's/-SNAPSHOT/~snapshot/')
Architecture: $(dpkg --print-architecture)
Maintainer: The Cairn authors <cairn@localhost>
Installed-Size: $(du -sk "$deb/usr" | cut -f1)
Section: admin
Priority: optional
Depends: libc6 (>= 2.17), zlib1g
Recommends: libgtk-3-0 (>= 3.20) | libgtk-3-0t64, libx11-6, libxtst6, libxxf86vm1, libgl1, libfreetype6, libfontconfig1, libpangoft2-1.0-0
Description: offline certificate authority with its keys on a PKCS#11 token
 Creates roots and intermediates, issues device and service certificates,
 revokes, signs CRLs and shows the chain of trust, on a workstation that is
 connected to nothing. A desktop and a command line over one engine.
TXT
dpkg-deb -Zzstd --root-owner-group --build "$deb" "$out/cairn_${version%-SNAPSHOT}_$(dpkg --print-architecture).deb" >/dev/null
ls -l "$out"/*.deb "$out"/*.tar.gz
