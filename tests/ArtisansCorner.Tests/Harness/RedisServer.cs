using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace ArtisansCorner.Tests.Harness;

/// <summary>A Redis of our own on a free port, that can die and come back.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("artisans-redis-").FullName;
    private readonly int port = FreePort();
    private Daemon? server;

    /// <summary>What to set ConnectionStrings:Redis to.</summary>
    public string Connection => $"127.0.0.1:{port}";

    /// <summary>Starts it, or starts it again.</summary>
    public async Task StartAsync()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, "redis-server"))))
            throw new InvalidOperationException("Redis is not installed: scripts/setup installs it on Debian; elsewhere install Redis 7.");
        server = Daemon.Start(
            Path.Combine(folder, "log"), "KILL", user: null, "redis-server",
            "--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder);
        await Eventually.PassesAsync(async () =>
        {
            try
            {
                await using var redis = await ConnectionMultiplexer.ConnectAsync($"{Connection},connectTimeout=250");
            }
            catch (RedisConnectionException problem)
            {
                Assert.Fail($"Redis does not answer: {problem.Message}\n{server.Log}");
            }
        });
    }

    /// <summary>Kills it, as a crash would.</summary>
    public async Task KillAsync()
    {
        if (server is not null) await server.DisposeAsync();
        server = null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
