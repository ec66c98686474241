using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Platform.Jobs;

/// <summary>How the jobs' turns lie in the database.</summary>
public sealed class JobTables : IEntityTypeConfiguration<JobTurn>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<JobTurn> builder)
    {
        builder.ToTable("JobTurns");
        builder.HasKey(turn => turn.Job);
        builder.Property(turn => turn.Job).HasMaxLength(100);
    }
}

/// <summary>The jobs' turns in the database.</summary>
public static class JobSets
{
    extension(AppDb db)
    {
        /// <summary>When each job is due.</summary>
        public DbSet<JobTurn> JobTurns => db.Set<JobTurn>();
    }
}
