using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Jobs;
using ArtisansCorner.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ArtisansCorner.Tests.Platform;

/// <summary>What becomes of an older SQLite file when a newer product starts on it.</summary>
public sealed class UpdateCopyTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly string folder = Directory.CreateTempSubdirectory("artisans-update-").FullName;

    private string Copies => Path.Combine(folder, "before-updates");

    [Fact]
    public async Task An_older_database_is_copied_before_it_is_brought_up_to_date()
    {
        string[] steps;
        await using (var older = Open(Path.Combine(folder, "artisans-corner.db")))
        {
            steps = [.. older.Database.GetMigrations()];
            await older.GetService<IMigrator>().MigrateAsync(steps[^2], Cancel);
            older.JobTurns.Add(new JobTurn { Job = "kept" });
            await older.SaveChangesAsync(Cancel);
        }

        await StartAsync();
        await using (var now = Open(Path.Combine(folder, "artisans-corner.db")))
        {
            Assert.Equal(steps, await now.Database.GetAppliedMigrationsAsync(Cancel));
            Assert.True(await now.JobTurns.AnyAsync(turn => turn.Job == "kept", Cancel));
        }

        await using var copy = Open(Assert.Single(Directory.GetFiles(Copies)));
        Assert.Equal(steps[..^1], await copy.Database.GetAppliedMigrationsAsync(Cancel));
        Assert.Equal("kept", (await copy.JobTurns.SingleAsync(Cancel)).Job);
    }

    [Fact]
    public async Task Nothing_is_copied_at_the_first_start_and_where_nothing_is_to_be_done()
    {
        await StartAsync();
        await StartAsync();
        Assert.False(Directory.Exists(Copies));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task StartAsync()
    {
        await using var host = new AppHost([("Data:Folder", folder)], TimeProvider.System);
        host.Start(forBrowsers: false);
    }

    private static SqliteDb Open(string file)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        options.UseSqliteFile(file);
        return new SqliteDb(options.Options);
    }
}
