using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Tests.Harness;

/// <summary>What others do while a test holds rows of PostgreSQL.</summary>
internal static class Others
{
    /// <summary>Waits until another connection waits for what the open transaction of this one holds.</summary>
    public static Task WaitForAsync(AppDb db) => Eventually.PassesAsync(async () => Assert.True(
        await db.Database.SqlQuery<int>($"SELECT pid AS \"Value\" FROM pg_stat_activity WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))").AnyAsync(TestContext.Current.CancellationToken)));
}
