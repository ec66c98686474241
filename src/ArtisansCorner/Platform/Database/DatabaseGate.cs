namespace ArtisansCorner.Platform.Database;

/// <summary>
/// Lets writers of an embedded database in one after the other, first come first served:
/// SQLite has one writer, and its own waiting is a blind retry that starves some.
/// </summary>
public sealed class DatabaseGate : IDisposable
{
    private readonly SemaphoreSlim? turn;
    private readonly Action<Guid, bool> wake;

    private DatabaseGate(SemaphoreSlim? turn, Action<Guid, bool> wake) => (this.turn, this.wake) = (turn, wake);

    /// <summary>A gate that keeps nobody out and wakes nobody.</summary>
    public static DatabaseGate Open { get; } = new(null, (_, _) => { });

    /// <summary>A gate for an engine with one writer.</summary>
    public static DatabaseGate OneWriter(Action<Guid, bool> wake) => new(new SemaphoreSlim(1, 1), wake);

    /// <summary>A gate for an engine with many writers.</summary>
    public static DatabaseGate ManyWriters(Action<Guid, bool> wake) => new(null, wake);

    /// <summary>Waits for the turn; disposing what comes back ends it.</summary>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancel)
    {
        if (turn is null) return Nothing.Instance;
        await turn.WaitAsync(cancel);
        return new Turn(turn);
    }

    /// <summary>Says that a commit in this shop left messages to be delivered; whether the shop is not to rest before that.</summary>
    public void Wake(Guid shopId, bool atOnce) => wake(shopId, atOnce);

    /// <inheritdoc />
    public void Dispose() => turn?.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? held = turn;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }

    private sealed class Nothing : IDisposable
    {
        public static readonly Nothing Instance = new();

        public void Dispose()
        {
        }
    }
}
