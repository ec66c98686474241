using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Email;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Jobs;
using ArtisansCorner.Platform.Live;
using ArtisansCorner.Platform.Messaging;
using Microsoft.Extensions.Caching.Hybrid;
using StackExchange.Redis;

namespace ArtisansCorner.Platform;

/// <summary>What every module stands on: database, messages, jobs, live feed, cache, files, e-mail. Knows no module.</summary>
public static class PlatformModule
{
    /// <summary>Registers the platform as configured.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = Path.GetFullPath(configuration["Data:Folder"] is { Length: > 0 } given ? given : "data");
        services.AddSingleton(TimeProvider.System);
        services.AddDatabase(configuration, folder);
        services.AddSingleton(new FileStore(Path.Combine(folder, "files")));
        services.AddSingleton(new MessageRoutes());
        services.AddSingleton<OutboxSignal>();
        services.AddScoped<Outbox>();
        services.AddSingleton<OutboxWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());
        services.AddHostedService<JobWorker>();
        services.AddSingleton<MemoryLiveFeed>();
        services.AddEmail(configuration);
        services.AddHybridCache(options => options.DefaultEntryOptions = new HybridCacheEntryOptions
        {
            // What another server changed is seen after this long at most.
            Expiration = TimeSpan.FromMinutes(5), LocalCacheExpiration = TimeSpan.FromSeconds(30),
        });
        return AddRedis(services, configuration.GetConnectionString("Redis"));
    }

    private static IServiceCollection AddRedis(IServiceCollection services, string? connection)
    {
        if (string.IsNullOrWhiteSpace(connection)) return services.AddSingleton<ILiveFeed>(provider => provider.GetRequiredService<MemoryLiveFeed>());
        var options = ConfigurationOptions.Parse(connection);
        // Redis helps and is never needed: a dead one is given up on at once, and the database is asked.
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = options.SyncTimeout = options.AsyncTimeout = 250;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(options));
        services.AddStackExchangeRedisCache(redis => redis.ConfigurationOptions = options);
        services.AddSingleton<RedisLiveFeed>();
        services.AddHostedService(provider => provider.GetRequiredService<RedisLiveFeed>());
        return services.AddSingleton<ILiveFeed>(provider => provider.GetRequiredService<RedisLiveFeed>());
    }
}
