using System.Diagnostics;

namespace ArtisansCorner.Tests.Harness;

/// <summary>
/// A program that runs beside the tests and ends with them, even when they are killed:
/// a shell ends it as soon as our end of a pipe closes.
/// </summary>
public sealed class Daemon : IAsyncDisposable
{
    private const string Watch = """log=$1; signal=$2; shift 2; "$@" >"$log" 2>&1 & child=$!; exec 2>/dev/null; cat >/dev/null; kill -s "$signal" $child 2>/dev/null; wait $child""";
    private readonly Process shell;
    private readonly string log;

    private Daemon(Process shell, string log) => (this.shell, this.log) = (shell, log);

    /// <summary>What it wrote so far.</summary>
    public string Log => File.Exists(log) ? File.ReadAllText(log) : "";

    /// <summary>Starts a program, as another user where one is named; the signal is what ends it.</summary>
    public static Daemon Start(string log, string signal, string? user, string program, params ReadOnlySpan<string> arguments)
    {
        var start = As(user, "sh", ["-c", Watch, "daemon", log, signal, program, .. arguments]);
        start.RedirectStandardInput = true;
        return new Daemon(Process.Start(start)!, log);
    }

    /// <summary>Runs a program to its end; what it wrote is the reason when it fails.</summary>
    public static async Task RunAsync(string? user, string program, params string[] arguments)
    {
        var start = As(user, program, arguments);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} failed: {await output}{errors}");
    }

    /// <summary>Whether we are root, which PostgreSQL refuses to run as.</summary>
    public static bool AreWeRoot => Environment.IsPrivilegedProcess;

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        shell.StandardInput.Close();
        await shell.WaitForExitAsync();
        shell.Dispose();
    }

    private static ProcessStartInfo As(string? user, string program, IEnumerable<string> arguments) =>
        user is null
            ? new ProcessStartInfo(program, arguments) { WorkingDirectory = "/" }
            : new ProcessStartInfo("runuser", ["-u", user, "--", program, .. arguments]) { WorkingDirectory = "/" };
}
