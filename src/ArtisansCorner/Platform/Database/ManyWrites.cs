using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Platform.Database;

/// <summary>One connection for many transactions in a row, which has more of the database at hand than others have; disposing it gives both back.</summary>
public sealed class ManyWrites : IAsyncDisposable
{
    private readonly AppDb db;

    private ManyWrites(AppDb db) => this.db = db;

    /// <summary>Takes the connection.</summary>
    internal static async Task<ManyWrites> BeginAsync(AppDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        db.Engine.KeepAtHand(db, much: true);
        return new ManyWrites(db);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        try
        {
            db.Engine.KeepAtHand(db, much: false);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
