using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace ArtisansCorner.Tests.Harness;

/// <summary>Remembers what the app did not expect, request by request, so that a test which was answered 500 tells why.</summary>
internal sealed class Surprises : ILoggerProvider, ILogger
{
    private static readonly ConcurrentDictionary<string, string> Told = new();

    /// <summary>What went wrong in the request that this answer names by its trace, or nothing.</summary>
    public static string? Behind(string answer) => Told.FirstOrDefault(surprise => answer.Contains(surprise.Key, StringComparison.Ordinal)).Value;

    /// <inheritdoc />
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc />
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (exception is not null && Activity.Current is { } request) Told[request.TraceId.ToHexString()] = exception.ToString();
    }

    /// <inheritdoc />
    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    /// <inheritdoc />
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
