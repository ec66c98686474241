using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ArtisansCorner.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class FindFeesByOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Fees_ShopId_ChannelId_OrderNumber",
                table: "Fees",
                columns: new[] { "ShopId", "ChannelId", "OrderNumber" },
                filter: "\"OrderNumber\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Fees_ShopId_ChannelId_OrderNumber",
                table: "Fees");
        }
    }
}
