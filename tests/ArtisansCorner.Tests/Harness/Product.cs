using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ArtisansCorner.Tests.Harness;

/// <summary>The built product as a process of its own, for tests that kill it.</summary>
public sealed class Product : IAsyncDisposable
{
    // Its code is compiled as it starts, beside all other tests: on a slow machine that takes longer than a minute.
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(5);

    private readonly Process process;

    private Product(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it on this data folder and waits until it answers.</summary>
    public static async Task<Product> StartAsync(string folder, int port, string? postgres, params IEnumerable<(string Key, string Value)> settings)
    {
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        var address = new Uri($"http://localhost:{port}");
        var start = new ProcessStartInfo(
            Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
            [Repo.PathOf("src", "ArtisansCorner", "bin", configuration, "net10.0", "ArtisansCorner.dll"), "--urls", address.ToString()])
        {
            WorkingDirectory = Repo.PathOf("src", "ArtisansCorner"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings) start.Environment[key] = value;
        start.Environment["Data__Folder"] = folder;
        // As in the tests themselves.
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (postgres is not null) start.Environment["ConnectionStrings__Postgres"] = postgres;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var product = new Product(process, address);
        await product.AnswersAsync();
        return product;
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Ends it in the middle of whatever it does, as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
    }

    private async Task AnswersAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        await Eventually.PassesAsync(
            async () =>
            {
                try
                {
                    using var answer = await http.GetAsync(new Uri("/sign-in", UriKind.Relative));
                }
                catch (HttpRequestException problem)
                {
                    Assert.Fail(problem.Message);
                }
            },
            StartsWithin);
    }
}
