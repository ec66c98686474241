using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Bench;

/// <summary>The product as people run it: published, in production, a process of its own.</summary>
public sealed class RunningProduct : IAsyncDisposable
{
    private static readonly string Published = Path.Combine(Setting.Kept, "product");

    // A seed of ten million sales is brought up to date first where tables changed.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private readonly Process process;
    private bool isOver;

    private RunningProduct(Process process, Uri address, TimeSpan startUp) => (this.process, Address, StartUp) = (process, address, startUp);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>From the start of the process to the first answer.</summary>
    public TimeSpan StartUp { get; }

    /// <summary>Publishes it as it stands in this working copy.</summary>
    public static Task PublishAsync() =>
        Daemon.RunAsync(null, "dotnet", "publish", Repo.PathOf("src", "ArtisansCorner"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", Published, "-v", "quiet", "-m:2");

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<RunningProduct> StartAsync(IReadOnlyDictionary<string, string> settings, string log)
    {
        var address = new Uri($"http://localhost:{FreePort()}");
        // A shell sends what it says to a file: a pipe that nobody empties would stop it.
        var start = new ProcessStartInfo("sh", ["-c", $"exec dotnet ArtisansCorner.dll --urls {address} >>'{log}' 2>&1"]) { WorkingDirectory = Published };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (key, value) in settings) start.Environment[key] = value;
        using var http = new HttpClient { BaseAddress = address };
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        while (!await AnswersAsync(http))
        {
            if (process.HasExited || clock.Elapsed > Longest) throw new InvalidOperationException($"The product does not answer.\n{await File.ReadAllTextAsync(log)}");
            await Task.Delay(5);
        }

        return new RunningProduct(process, address, clock.Elapsed);
    }

    /// <summary>Seconds of processor time that it used so far.</summary>
    public double ProcessorSeconds()
    {
        var stat = File.ReadAllText($"/proc/{process.Id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / 100.0;
    }

    /// <summary>Its memory in MB: what it holds now (VmRSS), or the most it ever held (VmHWM).</summary>
    public double Memory(string kind) => long.Parse(
        File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(kind + ":", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024.0;

    /// <summary>Forgets the most that it held, so that the next peak is of what follows.</summary>
    public void ForgetPeak() => File.WriteAllText($"/proc/{process.Id}/clear_refs", "5");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (isOver) return;
        isOver = true;
        if (!process.HasExited)
        {
            await Daemon.RunAsync(null, "kill", "-TERM", process.Id.ToString(CultureInfo.InvariantCulture));
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync("/healthz/live")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
