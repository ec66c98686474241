using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ArtisansCorner.Expenses;

/// <summary>How expenses and what became of them lie in the database.</summary>
public sealed class ExpensesTables : IEntityTypeConfiguration<Expense>, IEntityTypeConfiguration<ExpenseChange>
{
    /// <summary>The longest text that expenses of files are told apart by.</summary>
    public const int LongestExternalId = 200;

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<Expense> builder)
    {
        builder.ToTable("Expenses");
        builder.Property(expense => expense.Payee).HasMaxLength(Expense.LongestPayee);
        builder.Property(expense => expense.Category).HasMaxLength(Expense.LongestCategory);
        builder.Property(expense => expense.CategoryKey).HasMaxLength(Expense.LongestCategory);
        builder.Property(expense => expense.Number).HasMaxLength(Expense.LongestNumber);
        builder.Property(expense => expense.Note).HasMaxLength(Expense.LongestNote);
        builder.Property(expense => expense.Search).HasMaxLength(Expense.LongestSearch);
        builder.Property(expense => expense.ExternalId).HasMaxLength(LongestExternalId);
        builder.Property(expense => expense.Version).IsConcurrencyToken();
        builder.HasIndex(expense => new { expense.ShopId, expense.Day });
        builder.HasIndex(expense => new { expense.ShopId, expense.ExternalId }).IsUnique().HasFilter("\"ExternalId\" IS NOT NULL");
        builder.HasIndex(expense => expense.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
    }

    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<ExpenseChange> builder)
    {
        builder.ToTable("ExpenseChanges");
        builder.HasIndex(change => new { change.ExpenseId, change.At });
        builder.HasOne<Expense>().WithMany().HasForeignKey(change => change.ExpenseId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Expenses in the database.</summary>
public static class ExpenseSets
{
    extension(AppDb db)
    {
        /// <summary>What was spent, what was taken away too.</summary>
        public DbSet<Expense> Expenses => db.Set<Expense>();

        /// <summary>What became of it.</summary>
        public DbSet<ExpenseChange> ExpenseChanges => db.Set<ExpenseChange>();
    }
}
