@echo off
rem Starts Fourshake from a clone of its sources: builds what changed, then runs it with the given arguments.
rem Needs a JDK 25 and Maven 3.8 or newer. Standard output is the program's; the build speaks on standard error.
rem Exit status: the program's; 69 something is not installed; 70 the build failed. The same as ./fourshake elsewhere.
setlocal EnableExtensions DisableDelayedExpansion
set "FOURSHAKE_ROOT=%~dp0"
set "FOURSHAKE_ARGS=%~dp0ui\target\run.args"

set "JDK="
call :try "%JAVA_HOME%"
call :try "%JAVA25_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do call :try "%%~dpJ.."
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%ProgramFiles%\Amazon Corretto\jdk25*" "%ProgramFiles%\BellSoft\LibericaJDK-25*" "%USERPROFILE%\.jdks\*25*" "%USERPROFILE%\scoop\apps\*25*") do call :try "%%~J"
if not defined JDK (
  echo fourshake: needs a JDK 25 and found none: install one ^(for example Temurin 25 from https://adoptium.net^), or set JAVA_HOME to it 1>&2
  exit /b 69
)

rem Is something newer than the last build?
powershell -NoProfile -Command "$a = Get-Item -LiteralPath $env:FOURSHAKE_ARGS -ErrorAction SilentlyContinue; if (-not $a) { exit 1 }; Set-Location -LiteralPath $env:FOURSHAKE_ROOT; $s = @(Get-Item pom.xml, */pom.xml, icons/*.svg) + @(Get-ChildItem */src/main, icons/src, ui/src/run -Recurse); if ($s | Where-Object { $_.LastWriteTimeUtc -gt $a.LastWriteTimeUtc }) { exit 1 }"
if errorlevel 1 call :build || exit /b
"%JDK%\bin\java.exe" "@%FOURSHAKE_ARGS%" dev.fourshake.ui.Main %*
exit /b %ERRORLEVEL%

:try
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>nul && set "JDK=%~1"
exit /b 0

:build
where mvn >nul 2>nul || (
  echo fourshake: needs Maven 3.8 or newer to build, and found none: install it from https://maven.apache.org and put it on the PATH 1>&2
  exit /b 69
)
echo fourshake: building what changed; a first build downloads about 180 MB, which can take minutes 1>&2
for /f %%T in ('powershell -NoProfile -Command "[DateTime]::UtcNow.Ticks"') do set "FOURSHAKE_STARTED=%%T"
set "OLD_JAVA_HOME=%JAVA_HOME%"
set "JAVA_HOME=%JDK%"
call mvn -B -f "%FOURSHAKE_ROOT%pom.xml" -pl ui -am -Dmaven.test.skip=true package <nul 1>&2
if errorlevel 1 (
  echo fourshake: the build failed; what Maven said is above 1>&2
  exit /b 70
)
set "JAVA_HOME=%OLD_JAVA_HOME%"
rem A source changed during the build is newer.
powershell -NoProfile -Command "(Get-Item -LiteralPath $env:FOURSHAKE_ARGS).LastWriteTimeUtc = [DateTime]::new([long]$env:FOURSHAKE_STARTED)"
exit /b 0
